export interface TemplateView {
  id: string;
  sectionId: string | null;
  name: string;
  body: string;
}
export type TemplateRequest = Omit<TemplateView, 'id'>;

import { Module } from '@nestjs/common';
import { ChangesController } from './changes.controller';
import { CityEditor } from './city-editor';
import { ClassDesk } from './class-desk';
import { ClassesController } from './classes.controller';
import { PlacesController } from './places.controller';
import { SectionDesk } from './section-desk';
import { TopicDesk } from './topic-desk';

@Module({
  controllers: [PlacesController, ClassesController, ChangesController],
  providers: [CityEditor, SectionDesk, TopicDesk, ClassDesk],
  exports: [CityEditor],
})
export class CityModule {}

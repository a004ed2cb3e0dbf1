import { Body, Controller, Header, Post, Res } from '@nestjs/common';
import { twiml } from 'twilio';

@Controller('voice')
export class VoiceController {
  constructor(private readonly agents: Agents) {}

  @Post('incoming')
  @Header('Content-Type', 'text/xml')
  async incoming(@Body() body: Record<string, string>): Promise<string> {
    const response = new twiml.VoiceResponse();
    const agent = await this.agents.findAvailable(body.From);
    if (agent) {
      response.dial({ timeout: 15 }).number(agent.phone);
    } else {
      response.say('Nobody is free. We ring you back within two hours.');
    }
    return response.toString();
  }
}

interface Agents {
  findAvailable(phone: string): Promise<{ phone: string } | undefined>;
}

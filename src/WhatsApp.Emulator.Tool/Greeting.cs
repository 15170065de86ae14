namespace WhatsApp.Emulator.Tool;

/// <summary>Where to click, and what to put into the bot's settings.</summary>
internal static class Greeting
{
    public static string Of(WhatsAppEmulator emulator, ToolSettings settings)
    {
        var root = emulator.BaseUrl.AbsoluteUri.TrimEnd('/');
        return $$"""
            WhatsApp emulator

              Open the phones     {{root}}/phone

              Graph API           {{root}}/v25.0
              Phone number id     {{settings.PhoneNumberId}}   (account {{settings.WabaId}}, app {{settings.AppId}})
              Access token        {{settings.AccessToken}}
              App secret          {{settings.AppSecret}}
              Verify token        {{settings.VerifyToken}}
              Webhooks go to      {{settings.Webhook?.OriginalString ?? "nowhere yet: start again with --webhook URL"}}
              Control API         {{root}}/_control

              curl {{root}}/_control/phones/p1/says -H "Content-Type: application/json" -d '{"text":"hi"}'

            Press Ctrl+C to stop.

            """;
    }
}

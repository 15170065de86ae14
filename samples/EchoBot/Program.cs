using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddWhatsAppBot(builder.Configuration.GetSection("WhatsApp"), async (incoming, cancellationToken) =>
{
    if (incoming.Message is TextReceived text)
        await incoming.ReplyAsync(new TextMessage($"You said: {text.Body}"), cancellationToken);
});

var app = builder.Build();
app.MapWhatsAppWebhook("/whatsapp/webhook");
app.Run();

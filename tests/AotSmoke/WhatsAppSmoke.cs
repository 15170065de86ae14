using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

namespace AotSmoke;

/// <summary>An echo bot takes a signed webhook and answers it through the Cloud API.</summary>
internal static class WhatsAppSmoke
{
    private const string AppSecret = "smoke-secret";

    public static async Task RunAsync(PlatformStub platforms)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WhatsApp:BaseUrl"] = platforms.Url,
            ["WhatsApp:AccessToken"] = "smoke-token",
            ["WhatsApp:PhoneNumberId"] = "800200",
            ["WhatsApp:AppSecret"] = AppSecret,
            ["WhatsApp:VerifyToken"] = "smoke-verify",
        });
        builder.Services.AddWhatsAppBot(builder.Configuration.GetSection("WhatsApp"), async (incoming, cancellationToken) =>
        {
            if (incoming.Message is TextReceived text)
                await incoming.ReplyAsync(new ReplyButtonsMessage($"You said: {text.Body}", [new("again", "Again")]), cancellationToken);
        });
        await using var app = builder.Build();
        app.MapWhatsAppWebhook("/whatsapp/webhook");
        await app.StartAsync();

        var body = Encoding.UTF8.GetBytes("""
            {"object":"whatsapp_business_account","entry":[{"id":"700100","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",
             "metadata":{"display_phone_number":"4930555000","phone_number_id":"800200"},"contacts":[{"profile":{"name":"Mira K."},"wa_id":"4915550001111"}],
             "messages":[{"from":"4915550001111","id":"wamid.IN=","timestamp":"1790000000","type":"text","text":{"body":"Hello native"}}]}}]}]}
            """);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{app.Urls.First()}/whatsapp/webhook") { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(WebhookSignature.HeaderName, WebhookSignature.Sign(body, AppSecret));
        using var response = await http.SendAsync(request);
        Smoke.Check((int)response.StatusCode == 200, "the webhook was not taken");

        var sent = await platforms.NextSendAsync();
        Smoke.Check(sent.StartsWith("Bearer smoke-token ", StringComparison.Ordinal), "the send had no token");
        Smoke.Check(sent.Contains("You said: Hello native", StringComparison.Ordinal), "the answer does not repeat the text");
    }
}

using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client.AspNetCore.Tests.Webhooks;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore.Tests.Bots;

/// <summary>A bot in an ordinary ASP.NET app is five lines; the rest here stands in for its settings and for Meta.</summary>
public sealed class FiveLinesTests
{
    [Fact]
    public async Task Five_lines_receive_a_signed_message_and_answer_the_handshake()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var received = new TaskCompletionSource<MessageReceived>(TaskCreationOptions.RunContinuationsAsynchronously);
        string[] args = ["--urls=http://127.0.0.1:0", "--WhatsApp:AccessToken=t", "--WhatsApp:PhoneNumberId=111", "--WhatsApp:VerifyToken=my-token", "--WhatsApp:AppSecret=s"];

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddWhatsAppBot(builder.Configuration.GetSection("WhatsApp"), (incoming, _) => Task.FromResult(received.TrySetResult(incoming.Message)));
        await using var app = builder.Build();
        app.MapWhatsAppWebhook("/whatsapp/webhook");
        await app.StartAsync(cancellationToken);

        using var meta = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var bytes = Encoding.UTF8.GetBytes(Delivery.Of(Delivery.Message("111", "wamid.1", text: "Good day")));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/whatsapp/webhook") { Content = new ByteArrayContent(bytes) };
        request.Headers.Add(WebhookSignature.HeaderName, WebhookSignature.Sign(bytes, "s"));
        Assert.Equal(HttpStatusCode.OK, (await meta.SendAsync(request, cancellationToken)).StatusCode);
        Assert.Equal("Good day", Assert.IsType<TextReceived>(await received.Task).Body);
        Assert.Equal("7", await meta.GetStringAsync(
            new Uri("/whatsapp/webhook?hub.mode=subscribe&hub.challenge=7&hub.verify_token=my-token", UriKind.Relative), cancellationToken));
    }
}

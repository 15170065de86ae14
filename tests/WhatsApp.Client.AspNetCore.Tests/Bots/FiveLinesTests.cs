using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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
        string[] args = ["--urls=http://127.0.0.1:0", "--WhatsApp:AccessToken=t", "--WhatsApp:PhoneNumberId=111", "--WhatsApp:VerifyToken=my-token", "--WhatsApp:AppSecret=s", "--Logging:LogLevel:Default=None"];

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

    [Fact]
    public async Task Without_app_secret_it_does_not_start_and_says_why()
    {
        var builder = WebApplication.CreateBuilder(
            ["--urls=http://127.0.0.1:0", "--WhatsApp:AccessToken=the-token", "--WhatsApp:PhoneNumberId=111", "--WhatsApp:VerifyToken=my-token", "--Logging:LogLevel:Default=None"]);
        builder.Services.AddWhatsAppBot(builder.Configuration.GetSection("WhatsApp"), (_, _) => Task.CompletedTask);
        await using var app = builder.Build();
        app.MapWhatsAppWebhook("/whatsapp/webhook");

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("app secret is missing", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the-token", exception.ToString(), StringComparison.Ordinal);
    }
}

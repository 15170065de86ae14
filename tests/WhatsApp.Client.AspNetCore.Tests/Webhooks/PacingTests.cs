using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore.Tests.Webhooks;

public sealed class PacingTests : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    public PacingTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new HandlerLog());
        builder.Services.AddWhatsAppClient();
        builder.Services.AddWhatsAppWebhooks<TwoStoresHandler>();
        _app = builder.Build();
        _app.MapWhatsAppWebhook("/whatsapp/webhook");
        _app.Start();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    private WhatsAppPacer Pacer => _app.Services.GetRequiredService<WhatsAppClient>().Pacer;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Upgrade_signed_by_its_account_is_learnt_by_the_client()
    {
        await PostAsync(Message("111", "11", "4930555000"), "secret-a");
        await PostAsync(Upgrade("11", "4930555000"), "secret-a");

        Assert.Equal(1000, Pacer.MessagesPerSecond(new PhoneNumberId("111")));
    }

    [Fact]
    public async Task Upgrade_is_not_learnt_under_another_stores_secret()
    {
        await PostAsync(Message("111", "11", "4930555000"), "secret-a");
        await PostAsync(Upgrade("11", "4930555000"), "secret-b");
        // Even one that store B signs for itself, with the digits of store A's number.
        await PostAsync(Upgrade("22", "4930555000"), "secret-b");

        Assert.Equal(80, Pacer.MessagesPerSecond(new PhoneNumberId("111")));
    }

    private static string Message(string number, string waba, string digits) => string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"entry":[{"id":"{{{waba}}}","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{number}}}","display_phone_number":"{{{digits}}}"},"messages":[{"from":"4915550001111","id":"wamid.1","timestamp":"1790000000","type":"text","text":{"body":"Hi"}}]}}]}]}""");

    private static string Upgrade(string waba, string digits) =>
        $$$"""{"entry":[{"id":"{{{waba}}}","time":1790000000,"changes":[{"field":"phone_number_quality_update","value":{"display_phone_number":"{{{digits}}}","event":"THROUGHPUT_UPGRADE"}}]}]}""";

    private async Task PostAsync(string body, string secret)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/whatsapp/webhook") { Content = new ByteArrayContent(bytes) };
        request.Headers.Add(WebhookSignature.HeaderName, WebhookSignature.Sign(bytes, secret));
        using var _ = await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

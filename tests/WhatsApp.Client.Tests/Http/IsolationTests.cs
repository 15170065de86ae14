using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsApp.Client.Tests.Http;

public sealed class IsolationTests
{
    [Fact]
    public async Task Eight_accounts_sending_at_once_through_one_client_never_mix_tokens()
    {
        var recorder = new Recorder();
        var services = new ServiceCollection();
        services.AddWhatsAppClient().ConfigurePrimaryHttpMessageHandler(() => recorder);
        var client = services.BuildServiceProvider().GetRequiredService<WhatsAppClient>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 8 * 500), TestContext.Current.CancellationToken, async (i, token) =>
        {
            var number = $"9000{i % 8}";
            var sender = client.For(new WhatsAppAccount(new PhoneNumberId(number), $"token-of-{number}"));
            await sender.SendAsync(new Recipient.Phone("4915550001111"), new TextMessage($"from {number}"), cancellationToken: token);
        });

        Assert.Equal(8 * 500, recorder.Seen.Count);
        Assert.All(recorder.Seen, seen =>
        {
            Assert.Equal($"token-of-{seen.Number}", seen.Token);
            Assert.Contains($"from {seen.Number}", seen.Body, StringComparison.Ordinal);
        });
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public ConcurrentBag<(string Number, string Token, string Body)> Seen { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Seen.Add((request.RequestUri!.Segments[2].TrimEnd('/'), request.Headers.Authorization!.Parameter!, body));
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(CloudApi.Sent) };
        }
    }
}

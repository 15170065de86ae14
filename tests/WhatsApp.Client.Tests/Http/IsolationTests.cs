using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsApp.Client.Tests.Http;

public sealed class IsolationTests
{
    private const int Accounts = 8;
    private const int Sends = 100_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Eight_accounts_sending_at_once_through_one_client_never_mix_tokens(bool fromSource)
    {
        var numbers = Enumerable.Range(0, Accounts).Select(i => new PhoneNumberId($"9000{i}")).ToArray();
        var judge = new Judge();
        var services = new ServiceCollection();
        services.AddWhatsAppClient(options => options.Pacing.Mode = WhatsAppPacingMode.Off).ConfigurePrimaryHttpMessageHandler(() => judge);
        services.AddWhatsAppAccountSource(async (_, number, _) =>
        {
            await Task.Yield();
            return new WhatsAppAccount(number, $"token-of-{number}");
        });
        var client = services.BuildServiceProvider().GetRequiredService<WhatsAppClient>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Sends / 2),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = TestContext.Current.CancellationToken },
            async (i, token) =>
            {
                var number = numbers[i % Accounts];
                var sender = fromSource ? client.For(number) : client.For(new WhatsAppAccount(number, $"token-of-{number}"));
                if (fromSource && i % 1000 == 0)
                    client.Invalidate(number);
                await sender.SendAsync(new Recipient.Phone("4915550001111"), new TextMessage($"from {number}"), cancellationToken: token);
            });

        Assert.Equal(Sends / 2, judge.Right);
        Assert.Equal(0, judge.Wrong);
    }

    private sealed class Judge : HttpMessageHandler
    {
        private int _right;
        private int _wrong;

        public int Right => _right;

        public int Wrong => _wrong;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var number = request.RequestUri!.Segments[2].TrimEnd('/');
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            var isRight = request.Headers.Authorization!.ToString() == $"Bearer token-of-{number}" && body.Contains($"from {number}\"", StringComparison.Ordinal);
            Interlocked.Increment(ref isRight ? ref _right : ref _wrong);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(CloudApi.Sent) };
        }
    }
}

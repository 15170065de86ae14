using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsApp.Client.Tests.Http;

public sealed class IsolationTests
{
    private const int Accounts = 8;
    private const int Sends = 100_000;
    private static readonly Recipient Person = new Recipient.Phone("4915550001111");

    [Fact]
    public async Task Eight_accounts_sending_a_hundred_thousand_messages_at_once_through_one_client_never_mix_tokens()
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
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<WhatsAppClient>();
        var kept = numbers.Select(number => client.For(new WhatsAppAccount(number, $"token-of-{number}"))).ToArray();
        var messages = numbers.Select(number => new TextMessage($"from {number}")).ToArray();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Sends),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = TestContext.Current.CancellationToken },
            async (i, token) =>
            {
                // A sender that is kept, one made for this message, and one whose account is looked up, forgotten now and then.
                var account = i % Accounts;
                var number = numbers[account];
                if (i % 1000 == 0)
                    client.Invalidate(number);
                var sender = (i / Accounts % 3) switch
                {
                    0 => kept[account],
                    1 => client.For(new WhatsAppAccount(number, $"token-of-{number}")),
                    _ => client.For(number),
                };
                await sender.SendAsync(Person, messages[account], cancellationToken: token);
            });

        Assert.Equal(Sends, judge.Right);
        Assert.Equal(0, judge.Wrong);
        Assert.All(numbers, number => Assert.Equal(Sends / Accounts, judge.Of(number.Value)));
    }

    /// <summary>Compares number, token and text of every single request.</summary>
    private sealed class Judge : HttpMessageHandler
    {
        private readonly ConcurrentDictionary<string, int> _seen = new();
        private int _right;
        private int _wrong;

        public int Right => _right;

        public int Wrong => _wrong;

        public int Of(string number) => _seen.GetValueOrDefault(number);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var number = request.RequestUri!.Segments[2].TrimEnd('/');
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            _seen.AddOrUpdate(number, 1, static (_, count) => count + 1);
            var isRight = request.Headers.Authorization!.ToString() == $"Bearer token-of-{number}" && body.Contains($"from {number}\"", StringComparison.Ordinal);
            Interlocked.Increment(ref isRight ? ref _right : ref _wrong);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(CloudApi.Sent) };
        }
    }
}

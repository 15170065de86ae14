using Microsoft.Extensions.DependencyInjection;
using ShopBot.Storage.Redis.Tests.Support;
using System.Threading.RateLimiting;
using WhatsApp.Client;

namespace ShopBot.Storage.Redis.Tests.Counters;

/// <summary>The pace of WhatsApp numbers and persons, counted over two hosts.</summary>
public sealed class NumberPaceTests(RedisFixture redis)
{
    private static readonly WhatsAppRateRequest Request = new(new PhoneNumberId("301400500600"), 0xABCDEF, 80, TimeSpan.FromMinutes(1), 3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_gets_no_more_from_two_hosts_than_from_one()
    {
        RedisFixture.Require();
        await using var a = Start();
        await using var b = Start(a);
        var (one, two) = (Limiter(a), Limiter(b));

        var taken = new List<bool>();
        for (var i = 0; i < 4; i++)
        {
            using var lease = await (i % 2 == 0 ? one : two).AcquireAsync(Request, 1, Token);
            taken.Add(lease.IsAcquired);
        }

        Assert.Equal([true, true, true, false], taken);
        using var refused = await two.AcquireAsync(Request, 1, Token);
        Assert.True(refused.TryGetMetadata(WhatsAppRateLimiter.IsPairLimit, out var isPair) && isPair);
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.InRange(wait, TimeSpan.FromSeconds(50), TimeSpan.FromMinutes(1));
        using var another = await two.AcquireAsync(Request with { PairKey = 1 }, 1, Token);
        Assert.True(another.IsAcquired);
    }

    [Fact]
    public async Task A_number_the_platform_refused_on_one_host_rests_on_the_other()
    {
        RedisFixture.Require();
        await using var a = Start();
        await using var b = Start(a);

        await Limiter(a).PauseAsync(Request with { PairKey = 0 }, TimeSpan.FromMinutes(1), Token);

        using var lease = await Limiter(b).AcquireAsync(Request, 1, Token);
        Assert.False(lease.IsAcquired);
        Assert.True(lease.TryGetMetadata(WhatsAppRateLimiter.IsPairLimit, out var isPair) && !isPair);
    }

    [Fact]
    public async Task Without_Redis_the_client_counts_for_itself()
    {
        await using var alone = CacheHost.Start(null);

        Assert.Null(alone.Services.GetService<WhatsAppRateLimiter>());
        Assert.NotNull(alone.Services.GetRequiredService<WhatsAppClient>());
    }

    private CacheHost Start(CacheHost? sharing = null) => CacheHost.Start(redis.ConnectionString, sharing);

    private static WhatsAppRateLimiter Limiter(CacheHost host) => host.Services.GetRequiredService<WhatsAppRateLimiter>();
}

using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WhatsApp.Client.Pacing;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Pacing;

public sealed class LearningTests
{
    private static readonly PhoneNumberId Number = new("800200");

    [Fact]
    public async Task Speed_is_learnt_from_settings_and_from_the_upgrade()
    {
        await using var cloud = new StubCloud();
        var pacer = cloud.Client.Pacer;
        Assert.Equal(80, pacer.MessagesPerSecond(Number));

        pacer.Observe(new PhoneNumberInfo { Id = Number, ThroughputLevel = "HIGH" });
        Assert.Equal(1000, pacer.MessagesPerSecond(Number));
        pacer.Observe(new PhoneNumberInfo { Id = Number, ThroughputLevel = "STANDARD" });
        Assert.Equal(80, pacer.MessagesPerSecond(Number));
        pacer.SetMessagesPerSecond(Number, 20);
        pacer.Observe(new PhoneNumberInfo { Id = Number, ThroughputLevel = "STANDARD" });
        pacer.Observe(new PhoneNumberInfo { Id = Number, ThroughputLevel = "NOT_APPLICABLE" });
        Assert.Equal(20, pacer.MessagesPerSecond(Number));
        pacer.ThroughputUpgraded(Number);
        Assert.Equal(1000, pacer.MessagesPerSecond(Number));
        Assert.Equal(80, pacer.MessagesPerSecond(new PhoneNumberId("1")));
        Assert.Throws<ArgumentOutOfRangeException>(() => pacer.SetMessagesPerSecond(Number, 0));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    [InlineData(1000)]
    public async Task Number_keeps_its_speed_in_every_second(int speed)
    {
        var clock = new FakeTimeProvider();
        var limiter = new MemoryRateLimiter(clock);
        var random = new Random(speed);
        var request = new WhatsAppRateRequest(Number, 0, speed, TimeSpan.Zero, 45);
        var granted = new List<double>();
        for (var i = 0; i < speed * 20; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(random.NextDouble() * 1000 / speed));
            using var lease = await limiter.AcquireAsync(request, 1, TestContext.Current.CancellationToken);
            if (lease.IsAcquired)
                granted.Add(clock.GetUtcNow().UtcTicks / 1e7);
        }

        for (var i = speed; i < granted.Count; i++)
            Assert.True(granted[i] - granted[i - speed] >= 1 - 1e-6);
        Assert.True(granted.Count > speed * 8);
    }

    [Fact]
    public async Task Speed_that_changes_meanwhile_holds_at_once()
    {
        var clock = new FakeTimeProvider();
        var limiter = new MemoryRateLimiter(clock);
        Assert.Equal(80, await GrantedAsync(limiter, 80, 200));
        Assert.Equal(920, await GrantedAsync(limiter, 1000, 2000));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(20, await GrantedAsync(limiter, 20, 100));
    }

    [Fact]
    public async Task Quiet_pairs_and_numbers_are_forgotten()
    {
        var clock = new FakeTimeProvider();
        var limiter = new MemoryRateLimiter(clock);
        for (var i = 0; i < 50_000; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(13));
            var request = new WhatsAppRateRequest(new PhoneNumberId($"{i / 10_000}"), (ulong)i + 1, 80, TimeSpan.FromSeconds(6), 45);
            using var lease = await limiter.AcquireAsync(request, 1, TestContext.Current.CancellationToken);
            Assert.True(lease.IsAcquired);
        }

        Assert.InRange(limiter.PairCount, 1, 5 * 1200);
        for (var i = 0; i < 2_000; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            using var lease = limiter.AttemptAcquire(new WhatsAppRateRequest(new PhoneNumberId($"n{i}"), 1, 80, TimeSpan.FromSeconds(6), 45));
        }

        Assert.InRange(limiter.NumberCount, 1, 600);
    }

    [Fact]
    public async Task Shared_limiter_is_asked_instead_and_its_failure_does_not_stop_messages()
    {
        var limiter = new SharedLimiter();
        await using var cloud = new StubCloud(register: services => services.AddSingleton<WhatsAppRateLimiter>(limiter));
        await cloud.SendAsync();
        cloud.Client.Pacer.Received(Number, 3);
        Assert.Equal((1, 3), (limiter.Asked, limiter.Received));

        limiter.Answer = SharedLimiter.No;
        var exception = await Assert.ThrowsAsync<WhatsAppPacedException>(() => cloud.SendAsync(mode: WhatsAppPacingMode.Throw));
        Assert.Equal(TimeSpan.FromSeconds(1), exception.RetryAfter);
        limiter.Answer = null;
        await cloud.SendAsync();
        Assert.Equal(2, cloud.Requests.Count);
        Assert.Single(limiter.Keys.Distinct());
        Assert.DoesNotContain(0UL, limiter.Keys);
    }

    [Fact]
    public async Task Sending_to_a_known_pair_allocates_nothing_for_its_pace()
    {
        await using var cloud = new StubCloud(options =>
        {
            options.Pacing.MessagesPerSecond = 1_000_000;
            options.Pacing.PairInterval = TimeSpan.FromTicks(1);
        });
        var pacer = cloud.Client.Pacer;
        var person = new Recipient.Phone("4915550001111");
        long least = long.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 40; i++)
                Assert.True(pacer.TakeTurnAsync(Number, pacer.KeyOf(person), WhatsAppPacingMode.Wait, TimeSpan.Zero, CancellationToken.None).IsCompletedSuccessfully);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            cloud.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(0, least);
    }

    private static async Task<int> GrantedAsync(MemoryRateLimiter limiter, int speed, int count)
    {
        var granted = 0;
        for (var i = 0; i < count; i++)
        {
            using var lease = await limiter.AcquireAsync(new WhatsAppRateRequest(Number, 0, speed, TimeSpan.Zero, 45), 1, TestContext.Current.CancellationToken);
            granted += lease.IsAcquired ? 1 : 0;
        }

        return granted;
    }

    private sealed class SharedLimiter : WhatsAppRateLimiter
    {
        public static readonly Func<RateLimitLease> No = () => PaceLease.Refused(TimeSpan.TicksPerSecond, isPairLimit: false);

        public Func<RateLimitLease>? Answer { get; set; } = () => PaceLease.Granted;

        public int Asked { get; private set; }

        public int Received { get; private set; }

        public List<ulong> Keys { get; } = [];

        public override ValueTask CountReceivedAsync(WhatsAppRateRequest request, int count, CancellationToken cancellationToken = default)
        {
            Received += count;
            return ValueTask.CompletedTask;
        }

        public override ValueTask PauseAsync(WhatsAppRateRequest request, TimeSpan time, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public override RateLimiterStatistics? GetStatistics(WhatsAppRateRequest resource) => null;

        protected override RateLimitLease AttemptAcquireCore(WhatsAppRateRequest resource, int permitCount) => throw new NotSupportedException();

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(WhatsAppRateRequest resource, int permitCount, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Asked++;
            Keys.Add(resource.PairKey);
            return Answer is null ? throw new IOException("the shared counter is gone") : Answer();
        }
    }
}

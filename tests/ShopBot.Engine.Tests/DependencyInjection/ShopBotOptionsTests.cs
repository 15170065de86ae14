using ShopBot.Engine.DependencyInjection;

namespace ShopBot.Engine.Tests.DependencyInjection;

public sealed class ShopBotOptionsTests
{
    private readonly ShopBotOptionsValidator _validator = new();

    [Fact]
    public void Defaults_AreAsDocumentedAndValid()
    {
        var options = new ShopBotOptions();

        Assert.Equal(TimeSpan.FromSeconds(10), options.Lease);
        Assert.Equal(TimeSpan.FromSeconds(30), options.TurnTimeout);
        Assert.Equal(64, options.MaxConcurrentTurns);
        Assert.Equal(10_000, options.MaxWaitingEvents);
        Assert.Equal(3, options.MaxTurnAttempts);
        Assert.Equal(TimeSpan.FromMilliseconds(500), options.TurnRetryDelay);
        Assert.Equal(ReadReceipts.WhenSlow, options.ReadReceipts);
        Assert.Equal(TimeSpan.FromDays(14), options.Retention);
        Assert.Equal(TimeSpan.FromSeconds(1), options.SweepInterval);
        Assert.Equal(TimeSpan.FromSeconds(10), options.Outbox.ReconcileAfter);
        Assert.Equal(8, options.Outbox.MaxAttempts);
        Assert.Equal(64, options.Outbox.MaxConcurrentSends);
        Assert.Empty(options.PlatformAppSecrets);
        Assert.True(_validator.Validate(null, options).Succeeded);
    }

    public static TheoryData<string, Action<ShopBotOptions>, Action<ShopBotOptions>> Bounds => new()
    {
        { "ShopBot:Lease", o => o.Lease = TimeSpan.FromSeconds(6), o => o.Lease = TimeSpan.FromMilliseconds(5999) },
        { "ShopBot:Lease", o => o.Lease = TimeSpan.FromMinutes(5), o => o.Lease = TimeSpan.FromMinutes(6) },
        { "ShopBot:TurnTimeout", o => o.TurnTimeout = TimeSpan.FromMilliseconds(100), o => o.TurnTimeout = TimeSpan.FromMilliseconds(99) },
        { "ShopBot:TurnTimeout", o => o.TurnTimeout = TimeSpan.FromMinutes(10), o => o.TurnTimeout = TimeSpan.FromMinutes(11) },
        { "ShopBot:TurnRetryDelay", o => o.TurnRetryDelay = TimeSpan.Zero, o => o.TurnRetryDelay = TimeSpan.FromMilliseconds(-1) },
        { "ShopBot:TurnRetryDelay", o => o.TurnRetryDelay = TimeSpan.FromMinutes(10), o => o.TurnRetryDelay = TimeSpan.FromMinutes(11) },
        { "ShopBot:SweepInterval", o => o.SweepInterval = TimeSpan.FromMilliseconds(50), o => o.SweepInterval = TimeSpan.FromMilliseconds(49) },
        { "ShopBot:SweepInterval", o => o.SweepInterval = TimeSpan.FromMinutes(1), o => o.SweepInterval = TimeSpan.FromMinutes(2) },
        { "ShopBot:Retention", o => o.Retention = TimeSpan.FromDays(8), o => o.Retention = TimeSpan.FromDays(7) },
        { "ShopBot:Outbox:ReconcileAfter", o => o.Outbox.ReconcileAfter = TimeSpan.FromMilliseconds(5001), o => o.Outbox.ReconcileAfter = TimeSpan.FromSeconds(5) },
        { "ShopBot:Outbox:ReconcileAfter", o => o.Outbox.ReconcileAfter = TimeSpan.FromHours(1), o => o.Outbox.ReconcileAfter = TimeSpan.FromHours(2) },
        { "ShopBot:MaxConcurrentTurns", o => o.MaxConcurrentTurns = 1, o => o.MaxConcurrentTurns = 0 },
        { "ShopBot:MaxConcurrentTurns", o => o.MaxConcurrentTurns = 10_000, o => o.MaxConcurrentTurns = 10_001 },
        { "ShopBot:MaxWaitingEvents", o => o.MaxWaitingEvents = 1, o => o.MaxWaitingEvents = 0 },
        { "ShopBot:MaxWaitingEvents", o => o.MaxWaitingEvents = 1_000_000, o => o.MaxWaitingEvents = 1_000_001 },
        { "ShopBot:MaxTurnAttempts", o => o.MaxTurnAttempts = 1, o => o.MaxTurnAttempts = 0 },
        { "ShopBot:MaxTurnAttempts", o => o.MaxTurnAttempts = 100, o => o.MaxTurnAttempts = 101 },
        { "ShopBot:Outbox:MaxAttempts", o => o.Outbox.MaxAttempts = 1, o => o.Outbox.MaxAttempts = 0 },
        { "ShopBot:Outbox:MaxAttempts", o => o.Outbox.MaxAttempts = 100, o => o.Outbox.MaxAttempts = 101 },
        { "ShopBot:Outbox:MaxConcurrentSends", o => o.Outbox.MaxConcurrentSends = 1, o => o.Outbox.MaxConcurrentSends = 0 },
        { "ShopBot:Outbox:MaxConcurrentSends", o => o.Outbox.MaxConcurrentSends = 10_000, o => o.Outbox.MaxConcurrentSends = 10_001 },
        { "ShopBot:Apology", o => o.Apology = new string('x', 1024), o => o.Apology = new string('x', 1025) },
        { "ShopBot:Apology", o => o.Apology = "!", o => o.Apology = " " },
    };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Validate_AtAndBeyondABound_TakesTheFirstAndNamesTheSecond(string key, Action<ShopBotOptions> within, Action<ShopBotOptions> beyond)
    {
        var options = new ShopBotOptions();
        within(options);
        Assert.True(_validator.Validate(null, options).Succeeded);

        beyond(options);

        Assert.StartsWith(key + " ", Assert.Single(_validator.Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_EverythingWrong_ListsAllFaultsAtOnce()
    {
        var options = new ShopBotOptions
        {
            Lease = default, TurnTimeout = default, TurnRetryDelay = TimeSpan.MinValue, SweepInterval = default, Retention = default,
            MaxConcurrentTurns = 0, MaxWaitingEvents = 0, MaxTurnAttempts = 0, Apology = "",
            Outbox = { ReconcileAfter = default, MaxAttempts = 0, MaxConcurrentSends = 0 },
        };

        Assert.Equal(12, _validator.Validate(null, options).Failures!.Count());
    }
}

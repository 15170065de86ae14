using Microsoft.Extensions.Options;

namespace ShopBot.Engine.DependencyInjection;

internal sealed class ShopBotOptionsValidator : IValidateOptions<ShopBotOptions>
{
    public ValidateOptionsResult Validate(string? name, ShopBotOptions options)
    {
        var faults = new List<string>();
        Range(faults, "Lease", options.Lease, TimeSpan.FromSeconds(6), TimeSpan.FromMinutes(5));
        Range(faults, "TurnTimeout", options.TurnTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10));
        Range(faults, "TurnRetryDelay", options.TurnRetryDelay, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        Range(faults, "SweepInterval", options.SweepInterval, TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(1));
        Range(faults, "HandOff:Idle", options.HandOff.Idle, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
        Range(faults, "Retention", options.Retention, TimeSpan.FromDays(8), TimeSpan.FromDays(3650));
        Range(faults, "Outbox:ReconcileAfter", options.Outbox.ReconcileAfter, TimeSpan.FromMilliseconds(5001), TimeSpan.FromHours(1));
        Range(faults, "MaxConcurrentTurns", options.MaxConcurrentTurns, 1, 10_000);
        Range(faults, "MaxStoreShare", options.MaxStoreShare, 0.001, 1);
        Range(faults, "Events:MaxConcurrentDeliveries", options.Events.MaxConcurrentDeliveries, 1, 10_000);
        Range(faults, "Events:Timeout", options.Events.Timeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5));
        Range(faults, "Events:MaxAttempts", options.Events.MaxAttempts, 1, 1000);
        Range(faults, "MaxWaitingEvents", options.MaxWaitingEvents, 1, 1_000_000);
        Range(faults, "MaxCommitGroup", options.MaxCommitGroup, 1, 512);
        Range(faults, "MaxTurnAttempts", options.MaxTurnAttempts, 1, 100);
        Range(faults, "Outbox:MaxAttempts", options.Outbox.MaxAttempts, 1, 100);
        Range(faults, "Outbox:MaxConcurrentSends", options.Outbox.MaxConcurrentSends, 1, 10_000);
        if (string.IsNullOrWhiteSpace(options.Apology) || options.Apology.Length > 1024)
            faults.Add("ShopBot:Apology must be a text of 1 to 1024 characters.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Range<T>(List<string> faults, string key, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            faults.Add($"ShopBot:{key} is {value}; it must be from {least} to {most}.");
    }
}

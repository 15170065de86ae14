using Microsoft.Extensions.Options;

namespace WhatsApp.Client;

/// <summary>Reports every fault of the options at once.</summary>
internal sealed class WhatsAppClientOptionsValidator : IValidateOptions<WhatsAppClientOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, WhatsAppClientOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (!IsUsable(options.BaseUrl))
            result.AddError("must be an absolute http or https address without query, fragment or user name.", nameof(options.BaseUrl));
        if (!IsUsable(options.SecondBaseUrl))
            result.AddError("must be an absolute http or https address without query, fragment or user name.", nameof(options.SecondBaseUrl));
        if (options.ApiVersion is null || !GraphVersion.IsValid(options.ApiVersion))
            result.AddError("must look like v25.0.", nameof(options.ApiVersion));
        CheckTime(options.SendTimeout, nameof(options.SendTimeout), result);
        CheckTime(options.ReadTimeout, nameof(options.ReadTimeout), result);
        CheckTime(options.MediaIdleTimeout, nameof(options.MediaIdleTimeout), result);
        CheckTime(options.AccountTimeout, nameof(options.AccountTimeout), result);
        if (options.AccountLifetime <= TimeSpan.Zero || options.AccountLifetime > TimeSpan.FromDays(1))
            result.AddError("must be above zero and at most a day.", nameof(options.AccountLifetime));
        CheckCount(options.MaxCachedAccounts, 1, 1_000_000, nameof(options.MaxCachedAccounts), result);
        if (options.Resilience is null)
            result.AddError("must not be null.", nameof(options.Resilience));
        else
            Check(options.Resilience, result);
        if (options.Pacing is null)
            result.AddError("must not be null.", nameof(options.Pacing));
        else
            Check(options.Pacing, result);
        return result.Build();
    }

    private static void Check(WhatsAppResilienceOptions options, ValidateOptionsResultBuilder result)
    {
        const string prefix = nameof(WhatsAppClientOptions.Resilience) + ":";
        CheckCount(options.Repeats, 0, 10, prefix + nameof(options.Repeats), result);
        if (options.Delay <= TimeSpan.Zero || options.Delay > TimeSpan.FromMinutes(1))
            result.AddError("must be above zero and at most one minute.", prefix + nameof(options.Delay));
        CheckTime(options.AttemptTimeout, prefix + nameof(options.AttemptTimeout), result);
        if (!(options.BreakerFailureRatio > 0 && options.BreakerFailureRatio <= 1))
            result.AddError("must be above 0 and at most 1.", prefix + nameof(options.BreakerFailureRatio));
        CheckCount(options.BreakerMinimumCalls, 2, 1_000_000, prefix + nameof(options.BreakerMinimumCalls), result);
        CheckBreak(options.BreakerSamplingTime, prefix + nameof(options.BreakerSamplingTime), result);
        CheckBreak(options.BreakerOpenTime, prefix + nameof(options.BreakerOpenTime), result);
    }

    private static void Check(WhatsAppPacingOptions options, ValidateOptionsResultBuilder result)
    {
        const string prefix = nameof(WhatsAppClientOptions.Pacing) + ":";
        if (!Enum.IsDefined(options.Mode))
            result.AddError("must be Wait, Throw or Off.", prefix + nameof(options.Mode));
        CheckCount(options.MessagesPerSecond, 1, 1_000_000, prefix + nameof(options.MessagesPerSecond), result);
        CheckHour(options.PairInterval, prefix + nameof(options.PairInterval), result);
        CheckCount(options.PairBurst, 1, 1_000, prefix + nameof(options.PairBurst), result);
        CheckHour(options.MaxWait, prefix + nameof(options.MaxWait), result);
        CheckCount(options.MaxQueuedPerNumber, 1, 1_000_000, prefix + nameof(options.MaxQueuedPerNumber), result);
        CheckCount(options.Repeats, 0, 10, prefix + nameof(options.Repeats), result);
    }

    private static bool IsUsable(Uri? url) =>
        url is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" } && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    private static void CheckTime(TimeSpan value, string property, ValidateOptionsResultBuilder result)
    {
        if (value <= TimeSpan.Zero || value > Longest)
            result.AddError("must be above zero and at most ten minutes.", property);
    }

    private static void CheckHour(TimeSpan value, string property, ValidateOptionsResultBuilder result)
    {
        if (value < TimeSpan.Zero || value > TimeSpan.FromHours(1))
            result.AddError("must be zero to one hour.", property);
    }

    private static void CheckBreak(TimeSpan value, string property, ValidateOptionsResultBuilder result)
    {
        if (value < TimeSpan.FromMilliseconds(500) || value > TimeSpan.FromHours(1))
            result.AddError("must be 500 ms to one hour.", property);
    }

    private static void CheckCount(int value, int least, int most, string property, ValidateOptionsResultBuilder result)
    {
        if (value < least || value > most)
            result.AddError($"must be {least} to {most}.", property);
    }
}

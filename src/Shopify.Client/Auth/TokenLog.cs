using Microsoft.Extensions.Logging;

namespace Shopify.Client.Auth;

/// <summary>The log lines of tokens: shops and outcomes, never a token.</summary>
internal static partial class TokenLog
{
    [LoggerMessage(20, LogLevel.Information, "The access token of {Shop} was renewed")]
    public static partial void Renewed(ILogger logger, string shop);

    [LoggerMessage(21, LogLevel.Warning, "The access token of {Shop} could not be renewed ({Reason})")]
    public static partial void NotRenewed(ILogger logger, string shop, string reason, Exception failure);

    [LoggerMessage(22, LogLevel.Warning, "A token answer for {Shop} named no life time; five minutes are assumed")]
    public static partial void MissingExpiry(ILogger logger, string shop);

    [LoggerMessage(23, LogLevel.Information, "A renewal for {Shop} was too late: another one had been saved, which is used")]
    public static partial void Superseded(ILogger logger, string shop);

    [LoggerMessage(24, LogLevel.Information, "The app's standing with {Shop} is {State} now")]
    public static partial void Changed(ILogger logger, string shop, ShopifyTokenState state);

    [LoggerMessage(25, LogLevel.Warning, "{Shop} must grant the app access again: Shopify refuses its tokens")]
    public static partial void NeedsReauthorization(ILogger logger, string shop);

    [LoggerMessage(26, LogLevel.Error, "A listener to token changes failed")]
    public static partial void ListenerFailed(ILogger logger, Exception failure);

    [LoggerMessage(27, LogLevel.Information, "Idle shops were looked after: {Renewed} renewed, {Failed} failed")]
    public static partial void Swept(ILogger logger, int renewed, int failed);

    [LoggerMessage(28, LogLevel.Error, "Idle shops could not be looked after; the next try is at the next interval")]
    public static partial void SweepFailed(ILogger logger, Exception failure);

    [LoggerMessage(29, LogLevel.Debug, "The claim on the token of {Shop} could not be given back; it ends by itself")]
    public static partial void ClaimKept(ILogger logger, string shop, Exception failure);
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Shopify.Client;

/// <summary>The log lines of the client; what repeats with every answer is written once.</summary>
internal sealed partial class ShopifyLog(ILogger logger, string askedVersion)
{
    private readonly ConcurrentDictionary<string, byte> _written = new(StringComparer.Ordinal);

    public void Retrying(string operationName, int attempt, TimeSpan wait, string errorType) =>
        LogRetrying(logger, operationName, attempt, (long)wait.TotalMilliseconds, errorType);

    public void Served(string operationName, string? version, string? deprecation)
    {
        if (version is not null && version != askedVersion && _written.TryAdd("version " + version, 0))
            LogOtherVersion(logger, askedVersion, version);
        if (deprecation is not null && _written.TryAdd("deprecated " + operationName, 0))
            LogDeprecated(logger, operationName, deprecation);
    }

    [LoggerMessage(1, LogLevel.Information, "{Operation} failed at attempt {Attempt} ({ErrorType}); next attempt in {WaitMilliseconds} ms")]
    private static partial void LogRetrying(ILogger logger, string operation, int attempt, long waitMilliseconds, string errorType);

    [LoggerMessage(2, LogLevel.Warning, "Shopify serves API version {Served} instead of {Asked}; the version asked for may have ended")]
    private static partial void LogOtherVersion(ILogger logger, string asked, string served);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} uses something deprecated: {Reason}")]
    private static partial void LogDeprecated(ILogger logger, string operation, string reason);
}

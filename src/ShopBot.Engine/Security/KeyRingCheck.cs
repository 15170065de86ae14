using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Security;

/// <summary>Says at each start when somebody who reads the database could read the secrets in it too.</summary>
internal sealed partial class KeyRingCheck(
    IKeyStore keys, IOptions<KeyManagementOptions> options, IHostEnvironment? environment, ILogger<KeyRingCheck> logger) : IHostedLifecycleService
{
    /// <summary>After everything has started: the key ring is stored with its first use.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var open = CountOpen(keys.LoadKeyRing());
        // On a developer's own computer it is how it is meant to be.
        var level = environment?.IsDevelopment() == true ? LogLevel.Information : LogLevel.Warning;
        if (options.Value.XmlEncryptor is null)
            Log.NotProtected(logger, level);
        else if (open > 0)
            Log.PartlyProtected(logger, level, open);
        return Task.CompletedTask;
    }

    /// <summary>Keys of the ring that lie there unlocked.</summary>
    internal static int CountOpen(IEnumerable<string> ring) =>
        ring.Select(XElement.Parse).Count(element => element.Name.LocalName == "key" && element.Descendants().Any(inner => inner.Name.LocalName == "masterKey"));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(EventId = 1501, Message = "The data-protection key ring is stored unprotected: whoever reads the database can read every store's secrets. Set ShopBot:DataProtection:Key or :CertificatePath.")]
        public static partial void NotProtected(ILogger logger, LogLevel level);

        [LoggerMessage(EventId = 1502, Message = "{Count} keys of the data-protection key ring were stored before it was protected and lie there open: what they lock is no safer than before. See docs/operations/keys.md.")]
        public static partial void PartlyProtected(ILogger logger, LogLevel level, int count);
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ShopBot.Engine.Storage;

namespace ShopBot.Engine.Stores;

/// <summary>
/// Keeps the <see cref="BotConfig"/> of the deployment: one document among the secrets, under the id that no store has, encrypted by data protection because there is no store whose key could do it.
/// </summary>
public sealed class BotConfigs
{
    private const string Name = "bot_config";
    private const int Attempts = 5;
    private readonly ICredentialStore _credentials;
    private readonly IDataProtector _protector;
    private readonly TimeProvider _time;

    internal BotConfigs(ICredentialStore credentials, IDataProtectionProvider protection, TimeProvider time)
    {
        _credentials = credentials;
        _protector = protection.CreateProtector("ShopBot.BotConfig.v1");
        _time = time;
    }

    /// <summary>What owns that which belongs to the deployment and to no store.</summary>
    internal static StoreId Deployment { get; } = new(Guid.Empty);

    /// <summary>Reads it; null when there is none.</summary>
    public async ValueTask<BotConfig?> FindAsync(CancellationToken cancellationToken = default) =>
        Open(await _credentials.FindAsync(Deployment, Name, cancellationToken).ConfigureAwait(false));

    /// <summary>Writes it in the place of what was there. Hosts read it when they start.</summary>
    /// <exception cref="ArgumentException">Something is missing, or the address is not absolute.</exception>
    /// <exception cref="InvalidOperationException">Others wrote it again and again meanwhile.</exception>
    public async Task<BotConfig> SaveAsync(BotConfig config, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentException.ThrowIfNullOrWhiteSpace(config.ClientId);
        ArgumentException.ThrowIfNullOrWhiteSpace(config.SecretKey);
        if (!config.RedirectUrl.IsAbsoluteUri)
            throw new ArgumentException("The redirect address must be absolute.", nameof(config));
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await _credentials.FindAsync(Deployment, Name, cancellationToken).ConfigureAwait(false);
            var now = _time.GetUtcNow();
            var written = config with { CreatedAt = Open(stored)?.CreatedAt ?? now, UpdatedAt = now };
            var value = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(written, StoreJson.Default.BotConfig));
            if (await _credentials.SaveAsync(new CredentialRecord { Store = Deployment, Name = Name, Value = value, Version = stored?.Version ?? 0 }, cancellationToken).ConfigureAwait(false))
                return written;
        }

        throw new InvalidOperationException("It was changed by others again and again; try once more.");
    }

    private BotConfig? Open(CredentialRecord? record) =>
        record is null or { Value.IsEmpty: true } ? null : JsonSerializer.Deserialize(_protector.Unprotect(record.Value.ToArray()), StoreJson.Default.BotConfig);
}

using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using ShopBot.Engine.Stores;

namespace ShopBot.Shopping.Settings;

/// <summary>The owner's settings in the engine's storage. Thread-safe.</summary>
/// <param name="documents">Where they are kept.</param>
public sealed class ShopSettingsStore(StoreDocuments documents) : IShopSettings
{
    private const string Name = "shopping";
    private readonly ConditionalWeakTable<JsonObject, ShopSettings> _read = [];

    /// <inheritdoc />
    public async ValueTask<ShopSettings> GetAsync(StoreId store, CancellationToken cancellationToken = default) =>
        await documents.FindAsync(store, Name, SettingsJson.Default.JsonObject, cancellationToken).ConfigureAwait(false) is { } found
            ? _read.GetValue(found, SettingsReader.Read)
            : ShopSettings.Default;

    /// <summary>The settings as they are stored now, with the version that a change is based on; the defaults with version 0 when the owner decided nothing yet.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<StoreDocument<ShopSettings>> ReadAsync(StoreId store, CancellationToken cancellationToken = default)
    {
        var document = await documents.ReadAsync(store, Name, SettingsJson.Default.JsonObject, cancellationToken).ConfigureAwait(false);
        return new StoreDocument<ShopSettings>(document.Value is { } found ? SettingsReader.Read(found) : ShopSettings.Default, document.Version);
    }

    /// <summary>Writes settings when nobody changed them since they were read.</summary>
    /// <param name="store">The store.</param>
    /// <param name="document">The settings and the version they are based on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when somebody did; nothing is changed then.</returns>
    /// <exception cref="ArgumentException">They are wrong: see <see cref="ShopSettings.Validate"/>.</exception>
    public ValueTask<bool> SaveAsync(StoreId store, StoreDocument<ShopSettings> document, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(document.Value, nameof(document));
        if (document.Value.Validate() is { Count: > 0 } faults)
            throw new ArgumentException($"Settings are wrong: {string.Join(", ", faults)}.", nameof(document));
        return documents.SaveAsync(store, Name, new StoreDocument<JsonObject>(SettingsReader.Write(document.Value), document.Version), SettingsJson.Default.JsonObject, cancellationToken);
    }
}

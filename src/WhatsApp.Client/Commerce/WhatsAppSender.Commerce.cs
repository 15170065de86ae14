using System.Runtime.CompilerServices;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Reads whether customers see this number's catalog and cart.
    /// See <see href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-phone-number/whatsapp_commerce_settings">commerce settings</see>.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<CommerceSettings> GetCommerceSettingsAsync(CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("commerce.get", $"{NumberSegment}/whatsapp_commerce_settings"),
        static answer => new CommerceSettings(answer.First("data").Flag("is_catalog_visible"), answer.First("data").Flag("is_cart_enabled")),
        cancellationToken);

    /// <summary>Changes whether customers see this number's catalog and cart.</summary>
    /// <param name="settings">What to change; at least one member.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">There is nothing to change.</exception>
    public Task SetCommerceSettingsAsync(CommerceSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var query = string.Join('&', new[] { Part("is_cart_enabled", settings.IsCartEnabled), Part("is_catalog_visible", settings.IsCatalogVisible) }.OfType<string>());
        if (query.Length == 0)
            throw new ArgumentException("There is nothing to change.", nameof(settings));
        return DoAsync(GraphCall.Post("commerce.set", $"{NumberSegment}/whatsapp_commerce_settings?{query}", "{}"u8.ToArray()), cancellationToken);

        static string? Part(string name, bool? value) => value is { } flag ? $"{name}={(flag ? "true" : "false")}" : null;
    }

    /// <summary>The ids of the catalogs of an account: none or one.</summary>
    /// <param name="waba">The account.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<string> GetCatalogsAsync(WabaId waba, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var node in PagesAsync("commerce.catalogs", $"{Segment(waba)}/product_catalogs", cancellationToken).ConfigureAwait(false))
        {
            if (node.Text("id") is { } id)
                yield return id;
        }
    }
}

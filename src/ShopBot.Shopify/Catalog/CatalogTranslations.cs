using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Stores;
using ShopBot.Shopify.Tokens;
using Shopify.Client;

namespace ShopBot.Shopify.Catalog;

/// <summary>Shopify's translations of products, their options and collections, for customers who speak another language than the shop. Without them, or the right to read them, the shop's own words stand.</summary>
internal sealed partial class CatalogTranslations(
    ShopifyClient client, ShopifySessions sessions, HybridCache cache, IOptions<ShopifyShopOptions> options, ILogger<CatalogTranslations> logger)
{
    private static readonly TimeSpan LocalesCacheTime = TimeSpan.FromHours(1);
    private static readonly Dictionary<string, TranslatedText> None = [];
    private static readonly Dictionary<string, OptionTexts> NoOptions = [];

    /// <summary>What is translated into the profile's language, by id.</summary>
    public async ValueTask<IReadOnlyDictionary<string, TranslatedText>> GetAsync(StoreProfile store, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(
            store, ids, CatalogKeys.Translations,
            static async (admin, asked, locale, ct) => new TranslatedTexts([.. (await admin.GetTranslationsAsync(asked, locale, ct).ConfigureAwait(false)).Select(ToText)]),
            cancellationToken).ConfigureAwait(false);
        return found is null ? None : found.Items.DistinctBy(static text => text.Id).ToDictionary(static text => text.Id, StringComparer.Ordinal);
    }

    /// <summary>The options of products in the profile's language, by the product's id.</summary>
    public async ValueTask<IReadOnlyDictionary<string, OptionTexts>> GetOptionsAsync(StoreProfile store, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(
            store, ids, CatalogKeys.Options,
            static async (admin, asked, locale, ct) => new TranslatedOptionTexts([.. (await admin.GetOptionTranslationsAsync(asked, locale, ct).ConfigureAwait(false)).Select(OptionTexts.Of)]),
            cancellationToken).ConfigureAwait(false);
        return found is null ? NoOptions : found.Items.DistinctBy(static options => options.ProductId).ToDictionary(static options => options.ProductId, StringComparer.Ordinal);
    }

    /// <summary>The shop's name of the profile's language; null when the shop is written in it, has not got it, or did not answer.</summary>
    public async ValueTask<string?> LocaleOfAsync(StoreProfile store, CancellationToken cancellationToken)
    {
        try
        {
            return await LocaleAsync(store, cancellationToken).ConfigureAwait(false);
        }
        catch (ShopifyException failure)
        {
            Log.NotTranslated(logger, store.Id, failure);
            return null;
        }
    }

    /// <returns>Null when there is nothing to ask, the shop has not the language, or did not answer.</returns>
    private async ValueTask<T?> ReadAsync<T>(
        StoreProfile store, IReadOnlyList<string> ids, Func<StoreId, string, IReadOnlyList<string>, string> key,
        Func<ShopifyAdmin, IReadOnlyList<string>, string, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
        where T : class
    {
        if (ids.Count == 0)
            return null;
        try
        {
            if (await LocaleAsync(store, cancellationToken).ConfigureAwait(false) is not { } locale)
                return null;
            return await cache.GetOrCreateAsync(
                key(store.Id, locale, ids),
                async ct => await read(await AdminAsync(store, ct).ConfigureAwait(false), ids, locale, ct).ConfigureAwait(false),
                new HybridCacheEntryOptions { Expiration = options.Value.SharedCatalogCacheTime, LocalCacheExpiration = options.Value.CatalogCacheTime },
                tags: [CatalogKeys.Lists(store.Id), CatalogKeys.Products(store.Id), CatalogKeys.Everything(store.Id)],
                cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (ShopifyException failure)
        {
            Log.NotTranslated(logger, store.Id, failure);
            return null;
        }
    }

    /// <summary>The shop's name of the language, when it is translated into it.</summary>
    private async ValueTask<string?> LocaleAsync(StoreProfile store, CancellationToken cancellationToken)
    {
        var locales = await cache.GetOrCreateAsync(
            CatalogKeys.Locales(store.Id),
            async ct =>
            {
                try
                {
                    var found = await (await AdminAsync(store, ct).ConfigureAwait(false)).GetShopLocalesAsync(ct).ConfigureAwait(false);
                    return new PublishedLocales([.. found.Where(static locale => !locale.Primary).Select(static locale => locale.Locale)]);
                }
                catch (ShopifyGraphQLException)
                {
                    return new PublishedLocales([]);
                }
            },
            new HybridCacheEntryOptions { Expiration = LocalesCacheTime },
            tags: [CatalogKeys.Everything(store.Id)],
            cancellationToken: cancellationToken).ConfigureAwait(false);
        return locales.Items.FirstOrDefault(locale => locale.Equals(store.Locale, StringComparison.OrdinalIgnoreCase))
            ?? locales.Items.FirstOrDefault(locale => Language(locale).Equals(Language(store.Locale), StringComparison.OrdinalIgnoreCase));
    }

    private async ValueTask<ShopifyAdmin> AdminAsync(StoreProfile store, CancellationToken cancellationToken) =>
        client.Admin(await sessions.GetAsync(store.Id, cancellationToken).ConfigureAwait(false));

    private static TranslatedText ToText(TranslatedResource resource) => new(resource.Id, Text(resource, "title"), Text(resource, "body_html"));

    private static string? Text(TranslatedResource resource, string key) => resource.Texts.GetValueOrDefault(key) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static string Language(string locale) => locale.IndexOfAny(['-', '_']) is > 0 and var end ? locale[..end] : locale;

    private static partial class Log
    {
        [LoggerMessage(EventId = 2106, Level = LogLevel.Warning, Message = "Store {Store}: translations could not be read; the shop's own words are shown.")]
        public static partial void NotTranslated(ILogger logger, StoreId store, Exception exception);
    }
}

namespace Shopify.Client;

public sealed partial class ShopifyAdmin
{
    /// <summary>The languages the shop is published in. Scope: <c>read_locales</c>.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/queries/shopLocales"/>
    public async Task<IReadOnlyList<ShopLocale>> GetShopLocalesAsync(CancellationToken cancellationToken = default)
    {
        var operation = TranslationOperations.Locales;
        var data = await RequireAsync(operation, NoVariables.Instance, cancellationToken).ConfigureAwait(false);
        return [.. new AnswerShape(Shop, operation.OperationName).Need(data.ShopLocales, "shopLocales")
            .OfType<ShopLocaleWire>().Where(static locale => locale.Locale is not null).Select(static locale => new ShopLocale(locale.Locale!, locale.Primary ?? false))];
    }

    /// <summary>Translations of products and collections into one language. Scopes: <c>read_products</c>, <c>read_translations</c>.</summary>
    /// <param name="gids">The GIDs; at most 250.</param>
    /// <param name="locale">Such as <c>de</c>; one of <see cref="GetShopLocalesAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What is translated; without those that do not exist.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/Product#field-Product.fields.translations"/>
    public async Task<IReadOnlyList<TranslatedResource>> GetTranslationsAsync(IReadOnlyList<string> gids, string locale, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gids);
        ArgumentException.ThrowIfNullOrWhiteSpace(locale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(gids.Count, PageSize.Max, nameof(gids));
        if (gids.Count == 0)
            return [];
        var operation = TranslationOperations.ByIds;
        var data = await RequireAsync(operation, new TranslationsByIdsVariables(gids, locale), cancellationToken).ConfigureAwait(false);
        return [.. new AnswerShape(Shop, operation.OperationName).Need(data.Nodes, "nodes").OfType<TranslatedNodeWire>().Select(static node => node.ToModel()).OfType<TranslatedResource>()];
    }

    /// <summary>The options of products in one language. Scopes: <c>read_products</c>, <c>read_translations</c>.</summary>
    /// <param name="gids">The GIDs of the products; at most 250.</param>
    /// <param name="locale">Such as <c>de</c>; one of <see cref="GetShopLocalesAsync"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>An entry for each product that exists.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/admin-graphql/latest/objects/ProductOption#field-ProductOption.fields.translations"/>
    public async Task<IReadOnlyList<TranslatedOptions>> GetOptionTranslationsAsync(IReadOnlyList<string> gids, string locale, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gids);
        ArgumentException.ThrowIfNullOrWhiteSpace(locale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(gids.Count, PageSize.Max, nameof(gids));
        if (gids.Count == 0)
            return [];
        var operation = TranslationOperations.Options;
        var data = await RequireAsync(operation, new TranslationsByIdsVariables(gids, locale), cancellationToken).ConfigureAwait(false);
        return [.. new AnswerShape(Shop, operation.OperationName).Need(data.Nodes, "nodes").OfType<OptionsOfProductWire>().Select(static node => node.ToModel()).OfType<TranslatedOptions>()];
    }
}

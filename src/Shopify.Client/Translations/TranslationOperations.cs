namespace Shopify.Client;

internal static class TranslationOperations
{
    public static ShopifyOperation<TranslationsByIdsVariables, TranslationsByIdsData> ByIds { get; } = new(
        GraphQLDocument.Load("Translations/TranslationsByIds.graphql"),
        "TranslationsByIds",
        ShopifyJson.Default.TranslationsByIdsVariables,
        ShopifyJson.Default.TranslationsByIdsData);

    public static ShopifyOperation<TranslationsByIdsVariables, OptionTranslationsData> Options { get; } = new(
        GraphQLDocument.Load("Translations/OptionTranslations.graphql"),
        "OptionTranslations",
        ShopifyJson.Default.TranslationsByIdsVariables,
        ShopifyJson.Default.OptionTranslationsData)
    {
        RequiredScopes = ["read_products"],
    };

    public static ShopifyOperation<NoVariables, ShopLocalesData> Locales { get; } = new(
        GraphQLDocument.Load("Translations/ShopLocales.graphql"), "ShopLocales", ShopifyJson.Default.NoVariables, ShopifyJson.Default.ShopLocalesData)
    {
        RequiredScopes = ["read_locales"],
    };
}

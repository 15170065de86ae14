using System.Text.Json.Serialization.Metadata;

namespace Shopify.Client;

internal static class CartOperations
{
    private const string Write = "unauthenticated_write_checkouts";
    private static readonly string[] Seen = ["unauthenticated_read_product_listings", "unauthenticated_read_product_inventory"];

    public static ShopifyOperation<CartGetVariables, CartGetData> Get => field ??= new(
        GraphQLDocument.Load("Storefront/CartGet.graphql"), "CartGet", ShopifyJson.Default.CartGetVariables, ShopifyJson.Default.CartGetData)
    {
        RequiredScopes = ["unauthenticated_read_checkouts", .. Seen],
    };

    public static ShopifyOperation<CartCreateVariables, CartCreateData> Create { get; } =
        Change("CartCreate", ShopifyJson.Default.CartCreateVariables, ShopifyJson.Default.CartCreateData);

    public static ShopifyOperation<CartLinesAddVariables, CartLinesAddData> LinesAdd { get; } =
        Change("CartLinesAdd", ShopifyJson.Default.CartLinesAddVariables, ShopifyJson.Default.CartLinesAddData);

    public static ShopifyOperation<CartLinesUpdateVariables, CartLinesUpdateData> LinesUpdate { get; } =
        Change("CartLinesUpdate", ShopifyJson.Default.CartLinesUpdateVariables, ShopifyJson.Default.CartLinesUpdateData, isIdempotent: true);

    public static ShopifyOperation<CartLinesRemoveVariables, CartLinesRemoveData> LinesRemove { get; } =
        Change("CartLinesRemove", ShopifyJson.Default.CartLinesRemoveVariables, ShopifyJson.Default.CartLinesRemoveData);

    public static ShopifyOperation<CartDiscountsVariables, CartDiscountsData> Discounts { get; } =
        Change("CartDiscounts", ShopifyJson.Default.CartDiscountsVariables, ShopifyJson.Default.CartDiscountsData, isIdempotent: true);

    public static ShopifyOperation<CartBuyerVariables, CartBuyerData> Buyer { get; } =
        Change("CartBuyer", ShopifyJson.Default.CartBuyerVariables, ShopifyJson.Default.CartBuyerData, isIdempotent: true);

    public static ShopifyOperation<CartAttributesVariables, CartAttributesData> Attributes { get; } =
        Change("CartAttributes", ShopifyJson.Default.CartAttributesVariables, ShopifyJson.Default.CartAttributesData, isIdempotent: true);

    public static ShopifyOperation<CartNoteVariables, CartNoteData> Note { get; } =
        Change("CartNote", ShopifyJson.Default.CartNoteVariables, ShopifyJson.Default.CartNoteData, isIdempotent: true);

    // What sets a value may run twice; adding twice doubles, removing twice fails.
    private static ShopifyOperation<TVariables, TData> Change<TVariables, TData>(
        string name, JsonTypeInfo<TVariables> variables, JsonTypeInfo<TData> data, bool isIdempotent = false) =>
        new(GraphQLDocument.Load($"Storefront/{name}.graphql"), name, variables, data, isMutation: true)
        {
            IsIdempotent = isIdempotent,
            RequiredScopes = [Write, .. Seen],
        };
}

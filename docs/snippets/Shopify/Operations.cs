using Shopify.Client;

namespace Snippets.Shopify;

internal static class Operations
{
    public static async Task VersionsAsync(ShopifyClient client, ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        #region versions
        IReadOnlyList<OfferedApiVersion> offered = await admin.GetApiVersionsAsync(cancellationToken); // once a day, through any shop
        ShopifyVersionStatus status = client.VersionStatus;
        if (status.State is ApiVersionState.EndsSoon or ApiVersionState.Ended)
            Console.WriteLine($"{status.Asked} until {status.SupportedUntil}, latest {status.Latest}, served {status.Served}");
        foreach (string warning in status.Warnings)
            Console.WriteLine(warning);
        #endregion
    }

    public static async Task ProductsAsync(ShopifyAdmin admin, CancellationToken cancellationToken)
    {
        #region products
        var query = new ProductQuery { First = 20, Search = ShopifySearch.Words("green hoodie"), Images = 2, Variants = 4 };
        var page = await admin.GetProductsAsync(query, cancellationToken);
        await foreach (var hoodie in admin.EnumerateProductsAsync(query, maxItems: 100, cancellationToken))
            Console.WriteLine($"{hoodie.Title} from {hoodie.PriceMin}");

        var product = await admin.GetProductByHandleAsync("green-hoodie", cancellationToken);    // null when there is none
        if (product is { HasMoreVariants: true })
            await foreach (var variant in admin.EnumerateVariantsOfProductAsync(product.Id, cancellationToken))
                Console.WriteLine(variant.Title);
        #endregion
    }

    public static async Task CartAsync(ShopifyStorefront storefront, string variantGid, CancellationToken cancellationToken)
    {
        #region cart
        var made = await storefront.CreateCartAsync(
            new CartInput { Lines = [new(variantGid, 2)], Attributes = [new("chat_ref", "c_42")], CountryCode = "DE", LanguageCode = "DE" }, cancellationToken);
        if (made.Cart is { } cart)
        {
            var isShort = made.Warnings.Any(warning => warning.Code == CartWarningCode.MerchandiseNotEnoughStock);
            var changed = await storefront.UpdateCartLinesAsync(cart.Id, [new(cart.Lines[0].Id) { Quantity = 1 }], cancellationToken);
            Console.WriteLine(changed.CartIsGone ? "make a new one" : $"{changed.Cart?.Cost?.TotalAmount} plus shipping");
        }
        #endregion
    }

    public static async Task DraftOrderAsync(ShopifyAdmin admin, string variantGid, CancellationToken cancellationToken)
    {
        #region draft-order
        var input = new DraftOrderInput
        {
            LineItems = [new() { VariantId = variantGid, Quantity = 1, PriceOverride = new MoneyV2(39.90m, "EUR") }],
            CustomAttributes = [new("chat_ref", "c_42")],
        };
        var price = await admin.CalculateDraftOrderAsync(input, cancellationToken);     // nothing is made yet
        var draft = await admin.CreateDraftOrderAsync(input, cancellationToken);
        Console.WriteLine(draft.DraftOrder?.InvoiceUrl ?? draft.UserErrors[0].Message);
        #endregion
    }

    public static async Task OrdersAsync(ShopifyAdmin admin, string whatsAppId, CancellationToken cancellationToken)
    {
        #region orders
        var orders = await admin.GetOrdersByPhoneAsync(whatsAppId, first: 5, cancellationToken);
        foreach (var order in orders.Items)
            Console.WriteLine($"{order.Name}: {order.DisplayFulfillmentStatus}");

        var parcels = await admin.GetFulfillmentsAsync(orders.Items[0].Id, cancellationToken);
        Console.WriteLine(parcels?[0].TrackingInfo[0].Url);
        #endregion
    }
}

using System.Globalization;
using Shopify.Emulator.Carts;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Orders;
using Shopify.Emulator.Pricing;

namespace Shopify.Emulator.DraftOrders;

/// <summary>Reads <c>DraftOrderInput</c> and finds what is wrong with it.</summary>
internal sealed class DraftInput(EmulatedShop shop)
{
    private readonly List<UserError> _errors = [];

    public IReadOnlyList<UserError> Errors => _errors;

    /// <summary>The terms that an input gives on top of earlier ones.</summary>
    public DraftTerms Read(InputObject input, DraftTerms old)
    {
        input.RefuseUnmodelled("DraftOrderInput", "billingAddress", "deposit", "localizationExtensions", "localizedFields", "marketRegionCountryCode", "metafields",
            "paymentTerms", "poNumber", "sessionToken", "sourceName", "transformerFingerprint");
        var currency = input.Text("presentmentCurrencyCode") ?? old.PresentmentCurrencyCode;
        var context = PriceContext.InCurrency(shop.Catalog, currency);
        if (currency is not null && context.CurrencyCode != currency) Error(["presentmentCurrencyCode"], $"Presentment currency {currency} is not enabled");
        var customer = input.Object("purchasingEntity")?.Text("customerId") ?? input.Text("customerId");
        var customerId = customer is null ? old.CustomerId : Lookup.Number(customer, "Customer");
        if (customer is not null && shop.Customers.Find(customerId) is null) Error(["purchasingEntity", "customerId"], "Customer does not exist");
        var terms = old with
        {
            CustomerId = customerId,
            Email = input.Text("email") ?? old.Email,
            Phone = input.Text("phone") ?? old.Phone,
            Note = input.Text("note") ?? old.Note,
            Tags = input.Has("tags") ? input.Texts("tags") : old.Tags,
            Attributes = input.Has("customAttributes") ? Attributes(input) : old.Attributes,
            Lines = input.Has("lineItems") ? [.. input.Objects("lineItems").Index().Select(l => Line(l.Item, l.Index, context)).OfType<DraftLine>()] : old.Lines,
            DiscountCodes = input.Has("discountCodes") ? input.Texts("discountCodes") : old.DiscountCodes,
            AcceptAutomaticDiscounts = input.Flag("acceptAutomaticDiscounts") ?? old.AcceptAutomaticDiscounts,
            AllowDiscountCodesInCheckout = input.Flag("allowDiscountCodesInCheckout") ?? old.AllowDiscountCodesInCheckout,
            PresentmentCurrencyCode = currency,
            ReserveInventoryUntil = input.Time("reserveInventoryUntil") ?? old.ReserveInventoryUntil,
            ShippingAddress = input.Object("shippingAddress") is { } address ? Address(address) : old.ShippingAddress,
            Reduction = Reduction(input.Object("appliedDiscount")) ?? old.Reduction,
            Shipping = input.Object("shippingLine") is { } line ? Shipping(line, context) : old.Shipping,
        };
        if (terms.Lines.Count == 0 && _errors.Count == 0) Error(null, "Add at least 1 product");
        if (terms.ReserveInventoryUntil <= shop.Now()) Error(null, "Reserve until can't be in the past");
        if (terms.Email is { } email && (email.Count(static c => c == '@') != 1 || email.StartsWith('@') || email.EndsWith('@'))) Error(["email"], "Email is invalid");
        if (terms.Phone is { } phone && !Phones.IsE164(phone)) Error(["phone"], "Phone is invalid");
        return terms;
    }

    private DraftLine? Line(InputObject line, int index, PriceContext context)
    {
        line.RefuseUnmodelled("DraftOrderLineItemInput", "bundleComponents", "components", "generatePriceOverride", "grams", "weight");
        var at = index.ToString(CultureInfo.InvariantCulture);
        var quantity = line.Number("quantity") ?? 0;
        if (quantity < 1)
        {
            Error(["lineItems", at, "quantity"], "Quantity must be greater than or equal to 1");
            return null;
        }

        var reduction = Reduction(line.Object("appliedDiscount"));
        var uuid = line.Text("uuid") ?? Guid.NewGuid().ToString();
        if (line.Text("variantId") is { } id)
        {
            var number = Lookup.Number(id, "ProductVariant");
            if (number is null || shop.FindVariant(number.Value) is not { Product.Status: "ACTIVE" or "UNLISTED" })
            {
                Error(null, $"Product with ID {number} is no longer available.");
                return null;
            }

            return new(uuid, number, null, quantity, Amount(line.Object("priceOverride"), context), line.Has("priceOverride"), reduction, Attributes(line));
        }

        if (string.IsNullOrWhiteSpace(line.Text("title")))
        {
            Error(null, "Merchandise title is empty.");
            return null;
        }

        var price = Amount(line.Object("originalUnitPriceWithCurrency"), context)
            ?? (line.Amount("originalUnitPrice") is { } plain ? context.Bag(plain) : MoneyBag.Zero);
        return new(uuid, null, line.Text("title"), quantity, price, false, reduction, Attributes(line))
        {
            Sku = line.Text("sku"),
            RequiresShipping = line.Flag("requiresShipping") ?? true,
        };
    }

    private MoneyBag? Amount(InputObject? money, PriceContext context)
    {
        if (money?.Amount("amount") is not { } amount) return null;
        if (amount < 0) Error(null, "Cannot send negative price for line_item");
        var currency = money.Text("currencyCode");
        if (currency == context.CurrencyCode) return context.FromPresentment(amount);
        if (currency == shop.Catalog.CurrencyCode) return context.Bag(amount);
        Error(null, $"Currency {currency} is not the draft order's");
        return null;
    }

    private DraftReduction? Reduction(InputObject? discount)
    {
        if (discount is null) return null;
        var isPercentage = discount.Text("valueType") == "PERCENTAGE";
        var value = discount.Amount("value") ?? 0;
        if (isPercentage && value > 100) Error(["appliedDiscount", "value"], "Percentage must be less than or equal to 100");
        return new(isPercentage, value, discount.Text("title"), discount.Text("description") ?? "");
    }

    private DraftShipping? Shipping(InputObject line, PriceContext context)
    {
        if (line.Text("shippingRateHandle") is { } handle)
        {
            if (handle == DraftBook.StandardRate) return new("Standard", MoneyBag.Zero, handle);
            Error(["shippingLine", "shippingRateHandle"], "Shipping rate handle is invalid");
            return null;
        }

        var price = Amount(line.Object("priceWithCurrency"), context) ?? (line.Amount("price") is { } plain ? context.Bag(plain) : MoneyBag.Zero);
        return new(line.Text("title") ?? "Custom", price, null);
    }

    private static OrderContact Address(InputObject address)
    {
        address.RefuseUnmodelled("MailingAddressInput", "address2", "company", "country", "province", "provinceCode");
        return new()
        {
            FirstName = address.Text("firstName") ?? "",
            LastName = address.Text("lastName") ?? "",
            Address = address.Text("address1") ?? "",
            Zip = address.Text("zip") ?? "",
            City = address.Text("city") ?? "",
            CountryCode = address.Text("countryCode") ?? "",
            Phone = address.Text("phone"),
        };
    }

    private static IReadOnlyList<CartAttribute> Attributes(InputObject input) =>
        [.. input.Objects("customAttributes").Select(static a => new CartAttribute(a.Text("key") ?? "", a.Text("value") ?? ""))];

    private void Error(IReadOnlyList<string>? field, string message) => _errors.Add(new(field, message));
}

using System.Globalization;
using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Carts;

/// <summary>One mutation in progress: the cart as changed so far, and what there is to say about it.</summary>
internal sealed class CartEdit(EmulatedShop shop, Cart cart)
{
    private const int MaxLines = 500;
    private const int MaxNote = 5000;

    private readonly List<CartUserError> _errors = [];
    private readonly List<CartWarning> _warnings = [];

    public Cart Cart { get; private set; } = cart;

    public bool HasErrors => _errors.Count > 0;

    public void AddLines(IReadOnlyList<InputObject> lines, params string[] field)
    {
        foreach (var (index, line) in lines.Index())
        {
            line.RefuseUnmodelled("CartLineInput", "sellingPlanId", "parent");
            var path = (string[])[.. field, index.ToString(CultureInfo.InvariantCulture)];
            var quantity = line.Number("quantity") ?? 1;
            if (Sellable(line.Text("merchandiseId")!, path) is not { } variantId) continue;
            if (quantity < 0) Error("INVALID", [.. path, "quantity"], "Quantity must be greater than or equal to 0");
            else if (quantity > 0) Add(variantId, quantity, Attributes(line.Objects("attributes")));
        }

        if (Cart.Lines.Count > MaxLines) Error("CART_TOO_LARGE", [.. field], $"A cart can hold at most {MaxLines} lines.");
    }

    /// <summary>Adds pieces of a sellable variant; equal lines (same variant, same attributes) become one.</summary>
    public void Add(long variantId, int quantity, IReadOnlyList<CartAttribute> attributes)
    {
        var equal = Cart.Lines.Find(l => l.VariantId == variantId && l.Attributes.SequenceEqual(attributes));
        var line = equal ?? new CartLine($"gid://shopify/CartLine/{Guid.NewGuid()}?cart={Cart.Token}", variantId, 0, attributes);
        if (equal is null) Cart = Cart with { Lines = Cart.Lines.Add(line) };
        SetQuantity(line, line.Quantity + quantity);
    }

    public void UpdateLines(IReadOnlyList<InputObject> lines)
    {
        foreach (var (index, change) in lines.Index())
        {
            change.RefuseUnmodelled("CartLineUpdateInput", "sellingPlanId", "viewKey");
            var path = (string[])["lines", index.ToString(CultureInfo.InvariantCulture)];
            if (Find(change.Text("id"), [.. path, "id"]) is not { } line) continue;
            var variantId = line.VariantId;
            if (change.Text("merchandiseId") is { } merchandise)
            {
                if (Sellable(merchandise, path) is not { } other) continue;
                variantId = other;
            }

            var quantity = change.Number("quantity") ?? line.Quantity;
            if (quantity < 0)
            {
                Error("INVALID", [.. path, "quantity"], "Quantity must be greater than or equal to 0");
                continue;
            }

            var changed = line with { VariantId = variantId, Attributes = change.Has("attributes") ? Attributes(change.Objects("attributes")) : line.Attributes };
            Cart = Cart with { Lines = Cart.Lines.Replace(line, changed) };
            SetQuantity(changed, quantity);
        }
    }

    public void RemoveLines(IReadOnlyList<string> ids)
    {
        foreach (var (index, id) in ids.Index())
            if (Find(id, ["lineIds", index.ToString(CultureInfo.InvariantCulture)]) is { } line)
                Cart = Cart with { Lines = Cart.Lines.Remove(line) };
    }

    public void SetAttributes(IReadOnlyList<InputObject> attributes) => Cart = Cart with { Attributes = Attributes(attributes) };

    public void SetNote(string? note, params string[] field)
    {
        if (note?.Length > MaxNote) Error("NOTE_TOO_LONG", field, $"The note is too long (maximum is {MaxNote} characters).");
        else Cart = Cart with { Note = note ?? "" };
    }

    public void SetBuyer(InputObject? buyer, params string[] field)
    {
        if (buyer is null) return;
        buyer.RefuseUnmodelled("CartBuyerIdentityInput", "companyLocationId", "customerAccessToken", "deliveryAddressPreferences", "preferences");
        var next = new CartBuyer(buyer.Text("countryCode") ?? Cart.Buyer.CountryCode, buyer.Text("email") ?? Cart.Buyer.Email, buyer.Text("phone") ?? Cart.Buyer.Phone);
        if (next.Phone is { } phone && !Phones.IsE164(phone))
            Error("INVALID", [.. field, "phone"], "Phone is invalid");
        else if (next.Email is { } email && (email.Count(static c => c == '@') != 1 || email.StartsWith('@') || email.EndsWith('@')))
            Error("INVALID", [.. field, "email"], "Email is invalid");
        else
            Cart = Cart with { Buyer = next };
    }

    public void SetDiscountCodes(IReadOnlyList<string> codes)
    {
        Cart = Cart with { DiscountCodes = [.. codes.Distinct(StringComparer.OrdinalIgnoreCase)] };
        foreach (var result in shop.Carts.Prices(Cart).Codes.Where(static c => c.Warning is not null))
            _warnings.Add(new(result.Warning!, Words(result), Cart.Id));
    }

    private static string Words(Pricing.CodeResult result) => result.Warning switch
    {
        "DISCOUNT_NOT_FOUND" => $"The discount code {result.Code} isn't valid.",
        "DISCOUNT_CURRENTLY_INACTIVE" => $"The discount code {result.Code} is not active.",
        "DISCOUNT_USAGE_LIMIT_REACHED" => $"The discount code {result.Code} was used as often as it may be.",
        "DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED" => $"The discount code {result.Code} was already used by this customer.",
        "DISCOUNT_PURCHASE_NOT_IN_RANGE" => $"The cart does not reach the minimum purchase of the discount code {result.Code}.",
        "DISCOUNT_NO_ENTITLED_LINE_ITEMS" => $"The discount code {result.Code} applies to no item in the cart.",
        _ => $"The discount code {result.Code} cannot be combined with the other one.",
    };

    public void Error(string code, IReadOnlyList<string> field, string message) => _errors.Add(new(code, field, message));

    public CartPayload Answer(Cart? saved) => new(saved, _errors, _warnings);

    private long? Sellable(string merchandiseId, string[] path)
    {
        if (Gid.TryParse(merchandiseId, out var gid) && gid is { Type: "ProductVariant", Number: { } id }
            && shop.FindVariant(id) is { Product.IsBuyable: true }) return id;
        Error("INVALID", [.. path, "merchandiseId"], $"The merchandise with id {merchandiseId} does not exist.");
        return null;
    }

    private CartLine? Find(string? id, string[] field)
    {
        if (Cart.Lines.Find(l => l.Id == id) is { } line) return line;
        Error("INVALID_MERCHANDISE_LINE", field, $"The merchandise line with id {id} does not exist.");
        return null;
    }

    /// <summary>A shortage of stock is a warning, not an error: the line is cut to what there is.</summary>
    private void SetQuantity(CartLine line, int quantity)
    {
        var (product, variant) = shop.FindVariant(line.VariantId)!.Value;
        var others = Cart.Lines.Where(l => l.VariantId == line.VariantId && l.Id != line.Id).Sum(static l => l.Quantity);
        var possible = Math.Max(0, (variant.Limit ?? int.MaxValue) - others);
        if (quantity > 0 && possible == 0)
            _warnings.Add(new("MERCHANDISE_OUT_OF_STOCK", $"The product '{product.Title}' is already sold out.", line.Id));
        else if (quantity > possible)
            _warnings.Add(new("MERCHANDISE_NOT_ENOUGH_STOCK", $"Only {possible} items were added to your cart due to availability.", line.Id));
        var kept = Math.Min(quantity, possible);
        Cart = Cart with { Lines = kept == 0 ? Cart.Lines.Remove(line) : Cart.Lines.Replace(line, line with { Quantity = kept }) };
    }

    private static IReadOnlyList<CartAttribute> Attributes(IReadOnlyList<InputObject> given) =>
        [.. given.Select(static a => new CartAttribute(a.Text("key") ?? "", a.Text("value") ?? ""))];
}

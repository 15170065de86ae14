using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Shopify.Emulator.Catalog;
using Shopify.Emulator.Graph;

namespace Shopify.Emulator.Metafields;

/// <summary>A metafield with its owner.</summary>
internal sealed record StoredMetafield(long Id, string OwnerId, CatalogMetafield Field, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Field.Value)));

    public string OwnerType => (Gid.TryParse(OwnerId, out var gid) ? gid.Type : "").ToUpperInvariant();
}

/// <summary>The metafields of a shop's things, by owner. Those of the catalogue's products are there from the start.</summary>
internal sealed class MetafieldShelf(EmulatedShop shop)
{
    private const long FirstId = 31_604_200_000_001;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ImmutableList<StoredMetafield>> _byOwner = [];
    private long _made;

    public IReadOnlyList<StoredMetafield> Of(string owner)
    {
        lock (_gate) return List(owner);
    }

    public StoredMetafield? Find(long? id)
    {
        lock (_gate) return _byOwner.Values.SelectMany(static l => l).FirstOrDefault(m => m.Id == id);
    }

    /// <summary>Sets all or none: with any error nothing is changed.</summary>
    public (IReadOnlyList<StoredMetafield> Set, IReadOnlyList<UserError> Errors) Set(IReadOnlyList<InputObject> inputs)
    {
        lock (_gate)
        {
            List<UserError> errors = [];
            foreach (var (index, input) in inputs.Index())
                if (Problem(input) is { } problem)
                    errors.Add(new(["metafields", $"{index}", problem.Field], problem.Message, problem.Code) { ElementIndex = index });
            return errors.Count > 0 ? ([], errors) : ([.. inputs.Select(Save)], []);
        }
    }

    /// <summary>The namespace of the app's own fields behind the short form <c>$app</c>.</summary>
    public static string Expand(string? name) => name switch
    {
        null or "$app" => $"app--{GraphCall.AppId}",
        _ when name.StartsWith("$app:", StringComparison.Ordinal) => $"app--{GraphCall.AppId}--{name[5..]}",
        _ => name,
    };

    private (string Field, string Message, string Code)? Problem(InputObject input)
    {
        var owner = input.Text("ownerId")!;
        if (!OwnerExists(owner)) return ("ownerId", "Owner does not exist.", "INVALID");
        if (input.Text("key") is not { Length: >= 2 and <= 64 }) return ("key", "Key must be between 2 and 64 characters.", "INVALID");
        var old = List(owner).Find(m => Same(m, input));
        if (input.Text("type") is null && old is null) return ("type", "Type can't be blank", "BLANK");
        if (input.Text("value") is null) return ("value", "Value can't be blank", "BLANK");
        if (input.Has("compareDigest") && input.Text("compareDigest") != old?.Digest) return ("compareDigest", "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.", "STALE_OBJECT");
        if (!IsValid(input.Text("type") ?? old!.Field.Type, input.Text("value")!)) return ("value", $"Value is not valid for the type {input.Text("type") ?? old!.Field.Type}.", "INVALID_VALUE");
        return null;
    }

    private static bool IsValid(string type, string value) => type switch
    {
        "number_integer" => long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
        "number_decimal" => decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
        "boolean" => value is "true" or "false",
        _ when JsonText.IsJsonType(type) => JsonText.TryParse(value) is not null,
        _ => true,
    };

    private StoredMetafield Save(InputObject input)
    {
        var owner = input.Text("ownerId")!;
        var list = List(owner);
        var old = list.Find(m => Same(m, input));
        var now = shop.Now();
        var saved = new StoredMetafield(old?.Id ?? FirstId + _made++, owner,
            new(Expand(input.Text("namespace")), input.Text("key")!, input.Text("type") ?? old!.Field.Type, input.Text("value")!), old?.CreatedAt ?? now, now);
        _byOwner[owner] = old is null ? list.Add(saved) : list.Replace(old, saved);
        return saved;
    }

    private ImmutableList<StoredMetafield> List(string owner)
    {
        if (_byOwner.TryGetValue(owner, out var known)) return known;
        var product = Gid.TryParse(owner, out var gid) && gid is { Type: "Product", Number: { } number } ? shop.FindProduct(number) : null;
        if (product is not { Metafields.Count: > 0 }) return [];
        return _byOwner[owner] = [.. product.Metafields.Select(field => new StoredMetafield(FirstId + _made++, owner, field, product.CreatedAt, product.UpdatedAt))];
    }

    private bool OwnerExists(string id) => Gid.TryParse(id, out var gid) && gid.Number is { } number && gid.Type switch
    {
        "Product" => shop.FindProduct(number) is not null,
        "ProductVariant" => shop.FindVariant(number) is not null,
        "Collection" => shop.Collections.Any(c => c.Id == number),
        "Customer" => shop.Customers.Find(number) is not null,
        "Order" => shop.OrderBook.Find(number) is not null,
        "DraftOrder" => shop.Drafts.Find(number) is not null,
        "Shop" => number == shop.Id,
        _ => false,
    };

    private static bool Same(StoredMetafield field, InputObject input) =>
        field.Field.Namespace == Expand(input.Text("namespace")) && field.Field.Key == input.Text("key");
}

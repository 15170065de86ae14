using System.Text.Json.Nodes;
using Shopify.Emulator.Orders;

namespace Shopify.Emulator.Tests.Documents;

/// <summary>A shop in which something has happened: a paid and a sent order, an abandoned checkout, a customer, a draft. Everything through HTTP, except parcels.</summary>
public sealed class Scenario(ShopFixture shop) : IAsyncDisposable
{
    public const string Phone = "+4915112345678";
    private readonly Dictionary<string, JsonNode> _answers = [];

    public ShopFixture Shop => shop;

    public IReadOnlyDictionary<string, JsonNode> Answers => _answers;

    public string OrderId => $"gid://shopify/Order/{shop.Shop.Orders[0].Id}";

    public string Variant(string handle, int index = 0) => ShopFixture.VariantGid(shop.Product(handle).Variants[index]);

    public string ProductId(string handle) => $"gid://shopify/Product/{shop.Product(handle).Id}";

    /// <summary>Runs a document by name; it must give data without errors and without user errors that fits the schema.</summary>
    public async Task<JsonNode> RunAsync(string name, object? variables = null)
    {
        var file = DocumentFile.Of(name);
        var text = ResponseCheck.WithTypeNames(file.Text);
        var answer = file.IsAdmin ? await shop.AdminAsync(text, variables) : await shop.StorefrontAsync(text, variables);
        Assert.True(answer["errors"] is null, $"{name}: {answer["errors"]?.ToJsonString()}");
        var data = answer["data"]!;
        Assert.Empty(ResponseCheck.Run((file.IsAdmin ? SchemaText.Admin : SchemaText.Storefront).Value, text, data));
        foreach (var (root, value) in data.AsObject())
            if (root != "__typename")
            {
                Assert.True(value is not null, $"{name}: {root} is null");
                if (value is JsonObject map && map["userErrors"] is JsonArray errors) Assert.True(errors.Count == 0, $"{name}: {errors.ToJsonString()}");
            }

        return _answers[name] = data;
    }

    /// <summary>A cart is filled with a document and paid on its page.</summary>
    public async Task<EmulatedOrder> BuyAsync()
    {
        var cart = (await RunAsync("CartCreate", new
        {
            input = new
            {
                lines = new[] { new { merchandiseId = Variant("morning-mug"), quantity = 2 }, new { merchandiseId = Variant("halo-mirror"), quantity = 1 } },
                buyerIdentity = new { countryCode = "DE", phone = Phone, email = "ida@example.com" },
                attributes = new[] { new { key = "chat_ref", value = "c_42" } },
                discountCodes = new[] { "WELCOME10" },
                note = "Ring twice",
            },
            country = "DE",
            language = "EN",
        }))["cartCreate"]!["cart"]!;
        using var response = await shop.Http.PostAsync((string)cart["checkoutUrl"]!, Form("pay"), TestContext.Current.CancellationToken);
        Assert.Equal(303, (int)response.StatusCode);
        return shop.Shop.Orders[^1];
    }

    public async Task AbandonAsync()
    {
        var cart = (await RunAsync("CartCreate", new { input = new { lines = new[] { new { merchandiseId = Variant("waffle-towel"), quantity = 3 } } } }))["cartCreate"]!["cart"]!;
        using var response = await shop.Http.PostAsync((string)cart["checkoutUrl"]!, Form("leave"), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
    }

    public static FormUrlEncodedContent Form(string decision, string card = "approve", string phone = Phone) => new(new Dictionary<string, string>
    {
        ["email"] = "ida@example.com", ["phone"] = phone, ["first_name"] = "Ida", ["last_name"] = "Berg", ["address"] = "Elbchaussee 5",
        ["zip"] = "22765", ["city"] = "Hamburg", ["country"] = "DE", ["card"] = card, ["decision"] = decision,
    });

    public ValueTask DisposeAsync() => shop.DisposeAsync();
}

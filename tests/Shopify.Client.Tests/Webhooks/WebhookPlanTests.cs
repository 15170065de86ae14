namespace Shopify.Client.Tests.Webhooks;

public sealed class WebhookPlanTests
{
    private const string Ours = "https://bot.example/shopify/webhooks";
    private static readonly WebhookOwnership Ownership = WebhookOwnership.ByAddress(new Uri(Ours));

    [Fact]
    public void Make_NothingThere_CreatesAll()
    {
        var plan = WebhookPlan.Make([new("orders/paid", Ours), new("APP_UNINSTALLED", Ours)], [], Ownership);

        Assert.Equal(["ORDERS_PAID", "APP_UNINSTALLED"], plan.Steps.Cast<WebhookPlanStep.Create>().Select(step => step.Spec.Topic));
        Assert.False(plan.IsEmpty);
    }

    [Fact]
    public void Make_AllAsWanted_IsEmpty() =>
        Assert.True(WebhookPlan.Make([new("orders/paid", Ours) { IncludeFields = ["id", "name"] }], [There("1", "ORDERS_PAID", Ours, fields: ["name", "id"])], Ownership).IsEmpty);

    [Fact]
    public void Make_OursDiffers_IsUpdated()
    {
        var existing = There("1", "PRODUCTS_UPDATE", Ours, filter: "status:active");
        var spec = new WebhookSpec("products/update", Ours) { Filter = "status:draft", IncludeFields = ["id"] };

        var step = Assert.Single(WebhookPlan.Make([spec], [existing], Ownership).Steps);

        Assert.Equal(new WebhookPlanStep.Update(existing, spec), step);
    }

    [Fact]
    public void Make_NotOurs_IsNeverTouched()
    {
        WebhookSubscription[] foreign =
        [
            There("1", "ORDERS_PAID", "https://other.example/shopify/webhooks"),
            There("2", "ORDERS_PAID", "https://bot.example/shopify/webhooks-of-staging"),
            There("3", "ORDERS_PAID", "https://bot.example:8443/shopify/webhooks"),
            There("4", "ORDERS_PAID", "http://bot.example/shopify/webhooks"),
            There("5", "ORDERS_PAID", "arn:aws:events:eu-central-1::event-source/aws.partner/shopify.com/1/x"),
            There("6", "ORDERS_PAID", "not an address"),
            There("7", "CARTS_CREATE", "https://other.example/", name: "theirs"),
        ];

        var plan = WebhookPlan.Make([new("orders/paid", Ours)], foreign, Ownership, deleteUnwanted: true);

        Assert.IsType<WebhookPlanStep.Create>(Assert.Single(plan.Steps));
        Assert.Equal(foreign, plan.LeftAlone);
    }

    [Fact]
    public void Make_OursButUnwanted_IsDeletedOnlyWhenAskedFor()
    {
        WebhookSubscription[] existing = [There("1", "ORDERS_PAID", Ours), There("2", "CARTS_CREATE", Ours + "/old")];

        var careful = WebhookPlan.Make([new("orders/paid", Ours)], existing, Ownership);
        Assert.True(careful.IsEmpty);
        Assert.Equal("2", Assert.Single(careful.LeftAlone).Id);

        var thorough = WebhookPlan.Make([new("orders/paid", Ours)], existing, Ownership, deleteUnwanted: true);
        Assert.Equal("2", Assert.IsType<WebhookPlanStep.Delete>(Assert.Single(thorough.Steps)).Existing.Id);
        Assert.Empty(thorough.LeftAlone);
    }

    [Fact]
    public void Make_NamedOneMoved_IsUpdatedInPlace()
    {
        var existing = There("1", "ORDERS_PAID", "https://old.example/hooks", name: "shopbot-paid");
        var spec = new WebhookSpec("orders/paid", Ours) { Name = "shopbot-paid" };

        var plan = WebhookPlan.Make([spec], [existing], WebhookOwnership.ByNamePrefix("shopbot-"));

        Assert.Equal(new WebhookPlanStep.Update(existing, spec), Assert.Single(plan.Steps));
    }

    [Fact]
    public void Make_TwoFiltersOfOneTopic_KeepTheirPlaces()
    {
        WebhookSpec active = new("products/update", Ours) { Filter = "status:active" }, draft = new("products/update", Ours) { Filter = "status:draft" };

        Assert.True(WebhookPlan.Make([active, draft], [There("2", "PRODUCTS_UPDATE", Ours, filter: "status:draft"), There("1", "PRODUCTS_UPDATE", Ours, filter: "status:active")], Ownership).IsEmpty);
        Assert.Equal(draft, Assert.IsType<WebhookPlanStep.Create>(Assert.Single(WebhookPlan.Make([draft, active], [There("1", "PRODUCTS_UPDATE", Ours, filter: "status:active")], Ownership).Steps)).Spec);
    }

    [Fact]
    public void Make_SameWantedTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => WebhookPlan.Make([new("orders/paid", Ours), new("ORDERS_PAID", Ours)], [], Ownership));
        Assert.Throws<ArgumentException>(() => WebhookPlan.Make([new("orders/paid", Ours) { Name = "a" }, new("orders/edited", Ours) { Name = "a" }], [], Ownership));
    }

    [Theory]
    [InlineData("customers/redact")]
    [InlineData("CUSTOMERS_DATA_REQUEST")]
    [InlineData("shop/redact")]
    public void Spec_ComplianceTopic_SaysWhereItBelongs(string topic) =>
        Assert.Contains("shopify.app.toml", Assert.Throws<ArgumentException>(() => new WebhookSpec(topic, Ours)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("orders/paid", "http://bot.example/hooks")]
    [InlineData("orders/paid", "/hooks")]
    [InlineData("orders paid", Ours)]
    [InlineData("", Ours)]
    [InlineData("orders/paid", " ")]
    public void Spec_WrongTopicOrAddress_IsRefused(string topic, string uri) => Assert.Throws<ArgumentException>(() => new WebhookSpec(topic, uri));

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("ä")]
    [InlineData("123456789012345678901234567890123456789012345678901")]
    public void Spec_WrongName_IsRefused(string name) => Assert.Throws<ArgumentException>(() => new WebhookSpec("orders/paid", Ours) { Name = name });

    private static WebhookSubscription There(string id, string topic, string uri, string? filter = null, string? name = null, IReadOnlyList<string>? fields = null) =>
        new() { Id = id, Topic = topic, Uri = uri, Format = "JSON", Filter = filter, Name = name, IncludeFields = fields ?? [] };
}

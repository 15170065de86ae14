using System.Net;
using System.Text.Json.Nodes;
using Shopify.Emulator.Tests.Documents;
using Shopify.Emulator.Tests.Webhooks;

namespace Shopify.Emulator.Tests.BulkOperations;

/// <summary>Bulk queries: JSON Lines with parents, limits, cancelling, expiry.</summary>
public sealed class BulkTests
{
    private const string Run = "mutation Run($query: String!) { bulkOperationRunQuery(query: $query) { bulkOperation { id status type } userErrors { field message code } } }";

    [Fact]
    public async Task Children_follow_their_parents_and_the_file_needs_no_token()
    {
        await using var f = await ShopFixture.StartAsync(static o => o.AllowHttpWebhookAddresses = true);
        await using var receiver = await WebhookReceiver.StartAsync();
        await SubscribeAsync(f, receiver, "BULK_OPERATIONS_FINISH");
        var started = (await StartAsync(f, DocumentFile.Of("BulkCatalog").Text))["bulkOperation"]!;
        Assert.Equal("CREATED", (string?)started["status"]);
        var done = await WaitAsync(f, (string)started["id"]!);
        Assert.Equal("COMPLETED", (string?)done["status"]);
        var text = await f.Http.GetStringAsync((string)done["url"]!, TestContext.Current.CancellationToken);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(int.Parse((string)done["objectCount"]!, System.Globalization.CultureInfo.InvariantCulture), lines.Length);
        Assert.Equal((string?)done["fileSize"], System.Text.Encoding.UTF8.GetByteCount(text).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("gid:\\/\\/shopify\\/Product\\/", lines[0]);
        HashSet<string> parents = [];
        var active = f.Shop.Products.Where(static p => p.Status == "ACTIVE").ToList();
        foreach (var line in lines.Select(static l => JsonNode.Parse(l)!))
            if ((string?)line["__parentId"] is { } parent) Assert.Contains(parent, parents);
            else Assert.True(parents.Add((string)line["id"]!));
        Assert.Equal(active.Count, parents.Count);
        Assert.Equal(active.Sum(static p => p.Variants.Count), lines.Length - parents.Count);
        using var withToken = new HttpRequestMessage(HttpMethod.Get, (string)done["url"]!);
        withToken.Headers.Add("X-Shopify-Access-Token", f.Token);
        Assert.Equal(HttpStatusCode.BadRequest, (await f.Http.SendAsync(withToken, TestContext.Current.CancellationToken)).StatusCode);
        var told = JsonNode.Parse((await receiver.NextAsync()).Body)!;
        Assert.Equal((string?)started["id"], (string?)told["admin_graphql_api_id"]);
        Assert.Equal("completed", (string?)told["status"]);
        f.Time.Advance(TimeSpan.FromDays(7));
        f.Token = f.Shop.IssueAccessToken(ShopFixture.AllScopes);
        Assert.Null((await GetAsync(f, (string)started["id"]!))["url"]);
        Assert.Equal(HttpStatusCode.NotFound, (await f.Http.GetAsync((string)done["url"]!, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_sixth_at_once_is_refused_with_the_ids_of_the_others_and_can_start_after_one_is_cancelled()
    {
        await using var f = await ShopFixture.StartAsync();
        f.Shop.HoldsBulkOperations = true;
        const string Query = "{ products { edges { node { id } } } }";
        List<string> ids = [];
        for (var i = 0; i < 5; i++) ids.Add((string)(await StartAsync(f, Query))["bulkOperation"]!["id"]!);
        var sixth = (await StartAsync(f, Query))["userErrors"]![0]!;
        Assert.Equal("OPERATION_IN_PROGRESS", (string?)sixth["code"]);
        Assert.All(ids, id => Assert.Contains(id, (string)sixth["message"]!));
        var cancelled = await f.AdminDataAsync("mutation Stop($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }", new { id = ids[0] });
        Assert.Equal("CANCELED", (string?)cancelled["bulkOperationCancel"]!["bulkOperation"]!["status"]);
        Assert.NotNull((await StartAsync(f, Query))["bulkOperation"]);
        f.Shop.HoldsBulkOperations = false;
        Assert.Equal("COMPLETED", (string?)(await WaitAsync(f, ids[1]))["status"]);
        var late = await f.AdminDataAsync("mutation Stop($id: ID!) { bulkOperationCancel(id: $id) { userErrors { message } } }", new { id = ids[1] });
        Assert.Equal("A bulk operation cannot be canceled when it is completed", (string?)late["bulkOperationCancel"]!["userErrors"]![0]!["message"]);
    }

    [Theory]
    [InlineData("{ shop { name } }", "Bulk queries must contain at least one connection.")]
    [InlineData("{ products { nodes { id } } }", "Bulk queries cannot contain the `nodes` field on connections; use `edges` instead.")]
    [InlineData("{ collections { edges { node { id products { edges { node { id variants { edges { node { id } } } } } } } } } }", "Bulk queries cannot contain connections with a nesting depth greater than 2.")]
    [InlineData("{ a: products { edges { node { id } } } b: products { edges { node { id } } } c: products { edges { node { id } } } d: products { edges { node { id } } } e: products { edges { node { id } } } f: products { edges { node { id } } } }", "Bulk queries cannot contain more than 5 connections.")]
    [InlineData("{ products { edges { node { title variants { edges { node { id } } } } } } }", "The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type.")]
    public async Task Texts_that_are_no_bulk_query_are_user_errors(string query, string message)
    {
        await using var f = await ShopFixture.StartAsync();
        Assert.Equal(message, (string?)(await StartAsync(f, query))["userErrors"]![0]!["message"]);
    }

    [Fact]
    public async Task Without_rows_there_is_no_url_and_without_a_scope_it_fails()
    {
        await using var f = await ShopFixture.StartAsync();
        var empty = (await StartAsync(f, "{ products(query: \"tag:nobody-has-this\") { edges { node { id } } } }"))["bulkOperation"]!;
        var done = await WaitAsync(f, (string)empty["id"]!);
        Assert.Equal("COMPLETED", (string?)done["status"]);
        Assert.Null(done["url"]);
        f.Token = f.Shop.IssueAccessToken("read_orders");
        var denied = (await StartAsync(f, "{ products { edges { node { id } } } }"))["bulkOperation"]!;
        var failed = await WaitAsync(f, (string)denied["id"]!);
        Assert.Equal("FAILED", (string?)failed["status"]);
        Assert.Equal("ACCESS_DENIED", (string?)failed["errorCode"]);
    }

    /// <summary>Asks until an operation is over; it runs in the background.</summary>
    internal static async Task<JsonNode> WaitAsync(ShopFixture f, string id)
    {
        for (var i = 0; i < 600; i++)
        {
            var now = await GetAsync(f, id);
            if ((string?)now["status"] is not ("CREATED" or "RUNNING" or "CANCELING")) return now;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The bulk operation did not end.");
    }

    internal static async Task SubscribeAsync(ShopFixture f, WebhookReceiver receiver, params string[] topics)
    {
        foreach (var topic in topics)
        {
            var made = await f.AdminDataAsync(
                "mutation Sub($topic: WebhookSubscriptionTopic!, $uri: String!) { webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri }) { userErrors { message } } }",
                new { topic, uri = receiver.Url });
            Assert.Empty(made["webhookSubscriptionCreate"]!["userErrors"]!.AsArray());
        }
    }

    private static async Task<JsonNode> StartAsync(ShopFixture f, string query) => (await f.AdminDataAsync(Run, new { query }))["bulkOperationRunQuery"]!;

    private static async Task<JsonNode> GetAsync(ShopFixture f, string id) => (await f.AdminDataAsync(
        "query Get($id: ID!) { bulkOperation(id: $id) { id status errorCode createdAt completedAt objectCount rootObjectCount fileSize url partialDataUrl } }", new { id }))["bulkOperation"]!;
}

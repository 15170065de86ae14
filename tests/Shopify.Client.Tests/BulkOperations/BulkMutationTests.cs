using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Shopify.Client.Tests.BulkOperations;

/// <summary>Bulk mutations: the lines are uploaded with the fields that Shopify gave, and the mutation names the place.</summary>
public sealed class BulkMutationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_are_uploaded_and_the_mutation_is_started_on_them()
    {
        var form = new List<(string Name, string Value)>();
        var started = "";
        var token = "";
        await using var shop = Web();
        shop.MapPost("/upload", async (HttpContext context) =>
        {
            token = context.Request.Headers["X-Shopify-Access-Token"].ToString();
            var sent = await context.Request.ReadFormAsync(context.RequestAborted);
            form.AddRange(sent.Select(field => (field.Key, field.Value.ToString())));
            using var file = new StreamReader(Assert.Single(sent.Files).OpenReadStream());
            form.Add((sent.Files[0].Name, await file.ReadToEndAsync(context.RequestAborted)));
            context.Response.StatusCode = 201;
        });
        shop.MapPost("/admin/{**path}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            context.Response.ContentType = "application/json";
            if (body.Contains("BULK_MUTATION_VARIABLES", StringComparison.Ordinal))
            {
                await context.Response.WriteAsync(
                    """{"data":{"stagedUploadsCreate":{"stagedTargets":[{"url":"SHOP/upload","parameters":[{"name":"key","value":"tmp/7/v.jsonl"},{"name":"policy","value":"p"}]}],"userErrors":[]}}}""".Replace("SHOP", shop.Urls.Single(), StringComparison.Ordinal),
                    context.RequestAborted);
                return;
            }

            started = body;
            await context.Response.WriteAsync(
                """{"data":{"bulkOperationRunMutation":{"bulkOperation":{"id":"gid://shopify/BulkOperation/9","type":"MUTATION","status":"CREATED","objectCount":"0","rootObjectCount":"0"},"userErrors":[]}}}""",
                context.RequestAborted);
        });
        await shop.StartAsync(Token);
        await using var services = Client(shop);
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes("{\"id\":\"1\"}\n{\"id\":\"2\"}\n"));

        var result = await Admin(services).RunBulkMutationAsync("mutation M($id: ID!) { tagsAdd(id: $id, tags: [\"a\"]) { node { id } } }", lines, "run-7", Token);

        Assert.Equal(("gid://shopify/BulkOperation/9", BulkOperationType.Mutation), (result.Operation!.Id, result.Operation.Type));
        Assert.Equal([("key", "tmp/7/v.jsonl"), ("policy", "p"), ("file", "{\"id\":\"1\"}\n{\"id\":\"2\"}\n")], form);
        Assert.Equal("", token);
        Assert.Contains("\"stagedUploadPath\":\"tmp/7/v.jsonl\"", started, StringComparison.Ordinal);
        Assert.Contains("\"clientIdentifier\":\"run-7\"", started, StringComparison.Ordinal);
        Assert.True(lines.CanRead);
    }

    [Fact]
    public async Task A_place_that_is_refused_starts_nothing()
    {
        var calls = 0;
        await using var shop = Web();
        shop.MapPost("/admin/{**path}", async (HttpContext context) =>
        {
            calls++;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"data":{"stagedUploadsCreate":{"stagedTargets":null,"userErrors":[{"field":["input"],"message":"too big"}]}}}""", context.RequestAborted);
        });
        await shop.StartAsync(Token);
        await using var services = Client(shop);

        var result = await Admin(services).RunBulkMutationAsync("mutation M { x }", Stream.Null, cancellationToken: Token);

        Assert.Null(result.Operation);
        Assert.Equal("too big", Assert.Single(result.UserErrors).Message);
        Assert.Equal(1, calls);
    }

    private static WebApplication Web()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private static ServiceProvider Client(WebApplication shop)
    {
        var services = new ServiceCollection();
        services.AddShopifyClient(options => options.BaseUrl = shop.Urls.Single());
        return services.BuildServiceProvider();
    }

    private static ShopifyAdmin Admin(ServiceProvider services) =>
        services.GetRequiredService<ShopifyClient>().Admin(new ShopifyShop(ShopDomain.Parse("demo-shop"), "shpat_1"));
}

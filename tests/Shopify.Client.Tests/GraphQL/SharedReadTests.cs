using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.GraphQL;

public sealed class SharedReadTests
{
    private static readonly ShopifyOperation<JsonElement, JsonElement> Read = new(
        "query Read($id: ID) { shop { id } }", "Read", RawJson.Default.JsonElement, RawJson.Default.JsonElement) { EstimatedCost = 1 };

    private static readonly ShopifyOperation<JsonElement, JsonElement> Write = new(
        "mutation Write { x { id } }", "Write", RawJson.Default.JsonElement, RawJson.Default.JsonElement, isMutation: true) { EstimatedCost = 10 };

    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Identical_reads_at_the_same_time_are_one_call()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(HeldAsync);
        var reads = Enumerable.Range(0, 20).Select(_ => ReadAsync(fixture.Admin)).ToArray();
        await _asked.Task.WaitAsync(Token);
        _open.SetResult();

        var answers = await Task.WhenAll(reads);

        Assert.All(answers, static answer => Assert.Equal("1", answer.Data.GetProperty("shop").GetProperty("id").GetString()));
        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Caller_who_leaves_ends_only_his_own_waiting()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(HeldAsync);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var first = ReadAsync(fixture.Admin, token: leaving.Token);
        var second = ReadAsync(fixture.Admin);
        await _asked.Task.WaitAsync(Token);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _open.SetResult();

        Assert.NotNull((await second).RequestId);
        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Last_caller_who_leaves_ends_the_call()
    {
        await using var fixture = await ClientFixture.StartAsync();
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        fixture.Stub.Answers(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            await HeldAsync(context);
        });
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reads = Enumerable.Range(0, 3).Select(_ => ReadAsync(fixture.Admin, token: leaving.Token)).ToArray();
        await _asked.Task.WaitAsync(Token);

        await leaving.CancelAsync();

        foreach (var read in reads)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(60), Token);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("shop")]
    [InlineData("app")]
    [InlineData("variables")]
    [InlineData("api")]
    [InlineData("priority")]
    public async Task Reads_that_differ_are_calls_of_their_own(string difference)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(HeldAsync).Answers(HeldAsync);
        var first = ReadAsync(fixture.Admin);
        await _asked.Task.WaitAsync(Token);
        var (domain, accessToken) = (fixture.Shop.Domain, fixture.Shop.AccessToken);
        var second = difference switch
        {
            "token" => ReadAsync(fixture.Client.Admin(new ShopifyShop(domain, "shpat_with_other_rights"))),
            "shop" => ReadAsync(fixture.Client.Admin(new ShopifyShop(ShopDomain.Parse("other-shop"), accessToken))),
            "app" => ReadAsync(fixture.Client.Admin(new ShopifyShop(domain, accessToken) { AppId = "other" })),
            "variables" => ReadAsync(fixture.Admin, """{"id":"2"}"""),
            "priority" => ReadAsync(fixture.Client.Admin(fixture.Shop, ShopifyCallPriority.Background)),
            _ => fixture.Storefront.ExecuteAsync(Read, JsonElement.Parse("""{"id":"1"}"""), Token),
        };
        _open.SetResult();

        await Task.WhenAll(first, second);

        Assert.Equal(2, fixture.Stub.Requests.Count);
    }

    [Fact]
    public async Task Read_after_a_mutation_does_not_get_the_answer_of_a_read_before_it()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(HeldAsync).Answers("""{"data":{"x":null}}""").Answers("""{"data":{"shop":{"id":"after"}}}""");
        var before = ReadAsync(fixture.Admin);
        await _asked.Task.WaitAsync(Token);

        await fixture.Admin.ExecuteAsync(Write, JsonElement.Parse("{}"), Token);
        var after = await ReadAsync(fixture.Admin);
        _open.SetResult();

        Assert.Equal("after", after.Data.GetProperty("shop").GetProperty("id").GetString());
        Assert.Equal("1", (await before).Data.GetProperty("shop").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Failure_reaches_every_caller_and_is_not_kept()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(async context =>
        {
            _asked.TrySetResult();
            await _open.Task.WaitAsync(context.RequestAborted);
            context.Response.StatusCode = 404;
        }).Answers("""{"data":{"shop":{"id":"later"}}}""");
        var reads = Enumerable.Range(0, 3).Select(_ => ReadAsync(fixture.Admin)).ToArray();
        await _asked.Task.WaitAsync(Token);
        _open.SetResult();

        foreach (var read in reads)
            await Assert.ThrowsAsync<ShopifyAccountException>(() => read);
        Assert.Equal("later", (await ReadAsync(fixture.Admin)).Data.GetProperty("shop").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Mutations_are_never_shared_and_reads_not_when_switched_off()
    {
        await using var fixture = await ClientFixture.StartAsync(static options => options.ShareIdenticalReads = false);
        for (var answer = 0; answer < 4; answer++)
            fixture.Stub.Answers("""{"data":{"shop":{"id":"1"}}}""");

        await Task.WhenAll(
            ReadAsync(fixture.Admin), ReadAsync(fixture.Admin),
            fixture.Admin.ExecuteAsync(Write, JsonElement.Parse("{}"), Token), fixture.Admin.ExecuteAsync(Write, JsonElement.Parse("{}"), Token));

        Assert.Equal(4, fixture.Stub.Requests.Count);
    }

    private static Task<ShopifyResponse<JsonElement>> ReadAsync(ShopifyAdmin admin, string variables = """{"id":"1"}""", CancellationToken? token = null) =>
        admin.ExecuteAsync(Read, JsonElement.Parse(variables), token ?? Token);

    private async Task HeldAsync(HttpContext context)
    {
        _asked.TrySetResult();
        await _open.Task.WaitAsync(context.RequestAborted);
        context.Response.Headers["X-Request-Id"] = "r-1";
        await context.Response.WriteAsync("""{"data":{"shop":{"id":"1"}}}""", context.RequestAborted);
    }
}

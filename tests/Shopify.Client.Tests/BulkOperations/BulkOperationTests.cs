using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shopify.Client.Tests.Support;
using Shopify.Emulator;

namespace Shopify.Client.Tests.BulkOperations;

/// <summary>Bulk operations against a shop that checks their texts, counts how many run, and keeps their files in a storage that refuses tokens.</summary>
public sealed class BulkOperationTests : IAsyncLifetime
{
    private const string Catalog = "{ products { edges { node { id title variants { edges { node { id price } } } } } } }";

    private readonly Storage _storage = new();
    private ShopifyEmulator _emulator = null!;
    private EmulatedShop _shop = null!;
    private ServiceProvider _services = null!;
    private ShopifyAdmin _admin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await ShopifyEmulator.StartAsync(new() { AllowHttpWebhookAddresses = true }, Token);
        _shop = _emulator.AddShop("demo-shop.myshopify.com");
        var services = new ServiceCollection();
        services.AddShopifyClient(options => options.BaseUrl = _shop.Url.ToString().TrimEnd('/')).AddHttpMessageHandler(() => new StorageHandler(_storage));
        _services = services.BuildServiceProvider();
        _admin = Admin("read_products");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_catalogue_is_exported_and_read_with_its_variants()
    {
        var done = await RunAsync(Catalog);

        var read = await _admin.ReadBulkFileAsync(done.Url!, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(_shop.Products.Count, read.Count);
        Assert.Equal(_shop.Products.Sum(product => product.Variants.Count), read.Sum(product => product.Children.Count));
        Assert.Equal(done.ObjectCount, read.Count + read.Sum(product => product.Children.Count));
        Assert.Equal(done.RootObjectCount, read.Count);
        Assert.Equal(done.FileSize, read[^1].NextOffset);
        Assert.DoesNotContain("/bulk/", done.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reading_that_broke_off_anywhere_goes_on_without_a_loss(bool storageKnowsRanges)
    {
        var done = await RunAsync(Catalog);
        _storage.IgnoresRanges = !storageKnowsRanges;
        var ids = new List<string>();
        var offset = 0L;
        for (var cuts = 0; ; cuts++)
        {
            // Each connection gives a little more before it breaks.
            _storage.CutAfter = (storageKnowsRanges ? 0 : offset) + 3_000;
            try
            {
                await foreach (var product in _admin.ReadBulkFileAsync(done.Url!, offset, Token))
                {
                    ids.Add(product.Id!);
                    offset = product.NextOffset;
                }

                Assert.InRange(cuts, 2, 100);
                break;
            }
            catch (ShopifyUnavailableException broken)
            {
                Assert.DoesNotContain("/bulk/", broken.Message, StringComparison.Ordinal);
            }
        }

        Assert.Equal(_shop.Products.Select(product => $"gid://shopify/Product/{product.Id}").Order(), ids.Order());
        Assert.Empty(await _admin.ReadBulkFileAsync(done.Url!, offset, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Five_run_at_once_the_sixth_is_told_to_wait_and_one_that_is_called_off_makes_room()
    {
        _shop.HoldsBulkOperations = true;
        var started = new List<BulkOperation>();
        for (var i = 0; i < 5; i++)
            started.Add((await _admin.RunBulkQueryAsync(Catalog, cancellationToken: Token)).Operation!);

        var sixth = await _admin.RunBulkQueryAsync(Catalog, cancellationToken: Token);
        Assert.Null(sixth.Operation);
        Assert.True(sixth.IsBusy);
        Assert.Equal(5, (await _admin.GetBulkOperationsAsync(cancellationToken: Token)).Items.Count(operation => operation.Status.IsOpen));

        Assert.Equal(BulkOperationStatus.Canceled, (await _admin.CancelBulkOperationAsync(started[0].Id, Token)).Operation!.Status);
        Assert.NotNull((await _admin.RunBulkQueryAsync(Catalog, cancellationToken: Token)).Operation);
        _shop.HoldsBulkOperations = false;
        Assert.Equal(BulkOperationStatus.Completed, (await _admin.WaitForBulkOperationAsync(started[1].Id, cancellationToken: Token))!.Status);
        Assert.NotEmpty((await _admin.CancelBulkOperationAsync(started[1].Id, Token)).UserErrors);
    }

    [Fact]
    public async Task What_the_webhook_told_ends_the_wait()
    {
        _shop.HoldsBulkOperations = true;
        var started = (await _admin.RunBulkQueryAsync(Catalog, cancellationToken: Token)).Operation!;
        var told = new TaskCompletionSource();
        var waiting = _admin.WaitForBulkOperationAsync(started.Id, told.Task, Token);
        _shop.HoldsBulkOperations = false;
        told.SetResult();

        Assert.Equal(BulkOperationStatus.Completed, (await waiting)!.Status);
    }

    [Fact]
    public async Task Without_the_scope_it_fails_and_says_why()
    {
        _admin = Admin("read_orders");

        var failed = await RunAsync(Catalog);

        Assert.Equal((BulkOperationStatus.Failed, BulkOperationErrorCode.AccessDenied), (failed.Status, failed.ErrorCode));
    }

    [Fact]
    public async Task A_text_that_is_no_bulk_query_is_refused()
    {
        var refused = await _admin.RunBulkQueryAsync("{ products { nodes { id } } }", cancellationToken: Token);

        Assert.Null(refused.Operation);
        Assert.False(refused.IsBusy);
        Assert.Contains("edges", Assert.Single(refused.UserErrors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_gone_is_said_without_naming_it()
    {
        var url = $"{_shop.Url}/bulk/0123456789abcdef.jsonl";

        var fault = await Assert.ThrowsAsync<ShopifyUnavailableException>(() => _admin.ReadBulkFileAsync(url, cancellationToken: Token).ToListAsync(Token).AsTask());

        Assert.Equal(404, fault.StatusCode);
        Assert.DoesNotContain("0123456789abcdef", fault.ToString(), StringComparison.Ordinal);
    }

    private ShopifyAdmin Admin(string scope) =>
        _services.GetRequiredService<ShopifyClient>().Admin(new ShopifyShop(ShopDomain.Parse("demo-shop"), _shop.IssueAccessToken([scope])));

    private async Task<BulkOperation> RunAsync(string query)
    {
        var started = await _admin.RunBulkQueryAsync(query, cancellationToken: Token);
        Assert.Empty(started.UserErrors);
        Assert.Equal(BulkOperationType.Query, started.Operation!.Type);
        return (await _admin.WaitForBulkOperationAsync(started.Operation.Id, cancellationToken: Token))!;
    }

    /// <summary>How the storage behaves.</summary>
    private sealed class Storage
    {
        public long? CutAfter { get; set; }

        public bool IgnoresRanges { get; set; }
    }

    private sealed class StorageHandler(Storage storage) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.AbsolutePath.Contains("/bulk/", StringComparison.Ordinal))
                return await base.SendAsync(request, cancellationToken);
            if (storage.IgnoresRanges)
                request.Headers.Range = null;
            var response = await base.SendAsync(request, cancellationToken);
            if (storage.CutAfter is { } bytes && response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
                response.Content = new StreamContent(new CutStream(await response.Content.ReadAsStreamAsync(cancellationToken), storage.CutAfter ?? long.MaxValue));
            return response;
        }
    }
}

using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Benchmarks.Hosting;
using ShopBot.Benchmarks.Shopping;
using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Checkout;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Benchmarks.Pipeline;

/// <summary>
/// One message after the other through the whole product in this process: signed webhook in, verify, parse, resolve, append, turn of the default shop (its greeting), commit, render, send to a
/// Cloud API without a network; the time until the reply arrives there. Its closing commit runs beside the next message. Beside it what nobody can do without: the hash, the skim, and posting
/// a body made before to the same Cloud API.
/// </summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private const int Messages = 512;

    /// <summary>Rounds before anything is measured, so that the compiler has done its work.</summary>
    private const int WarmUp = 12;

    private StoreHost _host = null!;
    private InstantGraph _graph = null!;
    private RequestDelegate _endpoint = null!;
    private PrebuiltPost _post = null!;
    private Delivery[] _deliveries = [];

    /// <summary>Where the rows go.</summary>
    [Params(StorageKind.InMemory, StorageKind.Sqlite)]
    public StorageKind Storage { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _graph = new InstantGraph();
        _host = await StoreHost.StartAsync(Storage, _graph, static bot =>
        {
            bot.Services.AddSingleton<IShopCatalog, FewProducts>();
            bot.Services.AddSingleton<IShopCheckout, FewProducts>();
            bot.AddShopping();
        });
        _host.App.MapWhatsAppWebhook("/webhook");
        _endpoint = ((IEndpointRouteBuilder)_host.App).DataSources.SelectMany(static source => source.Endpoints).Single().RequestDelegate!;
        _post = new PrebuiltPost(_graph);
        for (var round = 0; round < WarmUp; round++)
        {
            Prepare();
            await FloorAsync();
            await WholeAsync();
        }
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _host.DisposeAsync();
        _post.Dispose();
    }

    [IterationSetup]
    public void Prepare() => _deliveries = Deliveries.Create(Messages);

    [Benchmark(Baseline = true, OperationsPerInvoke = Messages, Description = "hash, skim, prebuilt post")]
    public async Task FloorAsync()
    {
        foreach (var delivery in _deliveries)
        {
            if (PrebuiltPost.Check(delivery) != 1)
                throw new InvalidOperationException("A webhook has one change.");
            await _post.SendAsync();
            await _graph.NextAsync();
        }
    }

    [Benchmark(OperationsPerInvoke = Messages, Description = "webhook to reply")]
    public async Task WholeAsync()
    {
        foreach (var delivery in _deliveries)
        {
            await TakeAsync(delivery);
            await _graph.NextAsync();
        }
    }

    private async Task TakeAsync(Delivery delivery)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = "POST";
        context.Request.Body = new MemoryStream(delivery.Body);
        context.Request.ContentLength = delivery.Body.Length;
        context.Request.Headers[WebhookSignature.HeaderName] = delivery.Signature;
        await _endpoint(context);
        if (context.Response.StatusCode != StatusCodes.Status200OK)
            throw new InvalidOperationException($"HTTP {context.Response.StatusCode}");
    }
}

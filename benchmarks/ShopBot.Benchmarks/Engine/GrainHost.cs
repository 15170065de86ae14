using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Hosting;

namespace ShopBot.Benchmarks.Engine;

/// <summary>An Orleans silo in this process with one grain per conversation.</summary>
internal sealed class GrainHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly IEmptyGrain _grain;

    private GrainHost(IHost host)
    {
        _host = host;
        _grain = host.Services.GetRequiredService<IGrainFactory>().GetGrain<IEmptyGrain>("customer");
    }

    public static async Task<GrainHost> StartAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        var host = builder.Build();
        await host.StartAsync();
        return new GrainHost(host);
    }

    public Task CallAsync() => _grain.NothingAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}

/// <summary>A conversation as a grain.</summary>
public interface IEmptyGrain : IGrainWithStringKey
{
    /// <summary>Does nothing.</summary>
    Task NothingAsync();
}

/// <summary>The grain.</summary>
public sealed class EmptyGrain : Grain, IEmptyGrain
{
    /// <inheritdoc />
    public Task NothingAsync() => Task.CompletedTask;
}

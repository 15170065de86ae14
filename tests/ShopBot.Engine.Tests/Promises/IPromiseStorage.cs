using Microsoft.Extensions.DependencyInjection;

namespace ShopBot.Engine.Tests.Promises;

/// <summary>A storage provider that hosts of one test share.</summary>
public interface IPromiseStorage : IAsyncDisposable
{
    /// <summary>How many hosts may use it at once.</summary>
    int Hosts { get; }

    /// <summary>Whether a host that was killed must be gone before the next one starts (an embedded file).</summary>
    bool NeedsRestart { get; }

    /// <summary>Registers the provider for one host.</summary>
    void AddTo(IServiceCollection services);
}

using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Storage;
using ShopBot.Shopping.Search;
using ShopBot.Storage.Testing;

namespace ShopBot.Storage.Postgres.Tests.Conformance;

/// <summary>Two hosts on one database: every call goes to the other host than the call before, so that nothing can rest on one host's memory.</summary>
internal sealed class TwoHostsHarness : PostgresHarness
{
    private readonly ServiceProvider _other;

    private TwoHostsHarness() => _other = Provider(Database.Host(1));

    public override ILaneStore Lanes => InTurn(base.Lanes);

    public override IConversationReader Reader => InTurn(base.Reader);

    public override IErasure Erasure => InTurn(base.Erasure);

    public override IStoreDirectory Stores => InTurn(base.Stores);

    public override ICredentialStore Credentials => InTurn(base.Credentials);

    public override ITicketStore Tickets => InTurn(base.Tickets);

    public override IKeyStore Keys => InTurn(base.Keys);

    public override IProductIndex Products => InTurn(base.Products);

    public override IExportStore Exports => InTurn(base.Exports);

    public override IStorageLifecycle Lifecycle => InTurn(base.Lifecycle);

    public static new StorageHarness Open() => new TwoHostsHarness();

    public override async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await base.DisposeAsync();
    }

    private T InTurn<T>(T one) where T : class
    {
        var both = DispatchProxy.Create<T, Alternating<T>>();
        ((Alternating<T>)(object)both).Hosts = [one, _other.GetRequiredService<T>()];
        return both;
    }
}

/// <summary>Gives each call to the next host.</summary>
public class Alternating<T> : DispatchProxy where T : class
{
    private static int s_calls;

    internal T[] Hosts { get; set; } = [];

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        try
        {
            return targetMethod!.Invoke(Hosts[Interlocked.Increment(ref s_calls) & 1], args);
        }
        catch (TargetInvocationException fault) when (fault.InnerException is { } inner)
        {
            throw inner;
        }
    }
}

namespace ShopBot.Engine.Hosting;

/// <summary>This process's name as an owner of leases; new at every start, so that a restarted host never takes an old lease for its own.</summary>
internal sealed class HostIdentity
{
    public string Name { get; } = Guid.NewGuid().ToString("N");
}

namespace WhatsApp.Emulator;

/// <summary>The flows of one account.</summary>
internal sealed class FlowBook(EmulatedCloud cloud, EmulatedWaba waba)
{
    private readonly Lock _lock = new();
    private volatile EmulatedFlow[] _all = [];

    public IReadOnlyList<EmulatedFlow> All => _all;

    public EmulatedFlow? Find(string? id, string? name) => Array.Find(_all, flow => id is not null ? flow.Id == id : flow.Name == name);

    public EmulatedFlow Add(string name, IReadOnlyList<string> categories)
    {
        lock (_lock)
        {
            var flow = new EmulatedFlow(cloud, waba, name, categories);
            _all = [.. _all, flow];
            cloud.Nodes[flow.Id] = flow;
            return flow;
        }
    }

    public void Remove(EmulatedFlow flow)
    {
        lock (_lock)
            _all = [.. _all.Where(other => other != flow)];
        cloud.Nodes.TryRemove(flow.Id, out _);
    }
}

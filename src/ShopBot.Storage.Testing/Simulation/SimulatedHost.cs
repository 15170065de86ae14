using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Simulation;

/// <summary>A host: what it holds is gone when it dies, and its clock may be wrong.</summary>
internal sealed class SimulatedHost(string name, TimeSpan skew)
{
    public string Name => name;

    public TimeSpan Skew => skew;

    public List<LaneWork> Turns { get; } = [];

    public List<SendWork> Sends { get; } = [];

    /// <summary>Answers of the platform that are not written down yet.</summary>
    public List<SendCommit> Answers { get; } = [];

    public List<EventWork> Facts { get; } = [];

    public bool IsIdle => Turns.Count + Sends.Count + Answers.Count + Facts.Count == 0;
}

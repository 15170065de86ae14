namespace ShopBot.LoadTest.Growth;

/// <summary>What one host process took at one moment.</summary>
/// <param name="At">Seconds since the watch began.</param>
/// <param name="Host">The host's place; a restarted host keeps it.</param>
/// <param name="Life">Its process id.</param>
/// <param name="Age">Seconds since this process was first seen.</param>
/// <param name="WorkingSet">Resident memory, MiB.</param>
/// <param name="LiveHeap">What a full collection left, MiB; null when the process has not told yet.</param>
internal sealed record MemorySample(double At, string Host, int Life, double Age, double WorkingSet, double? LiveHeap);

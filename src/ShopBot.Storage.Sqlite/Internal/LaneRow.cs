namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>What guards a lane's commit.</summary>
/// <param name="Fence">The number of the last lease.</param>
/// <param name="Leased">Somebody holds it (perhaps for too long).</param>
/// <param name="StateVersion">Version of the state.</param>
/// <param name="HeadSeq">The first waiting event.</param>
/// <param name="NextSeq">The next event's place.</param>
/// <param name="NextPosition">The next outbox row's place.</param>
internal sealed record LaneRow(long Fence, bool Leased, long StateVersion, long HeadSeq, long NextSeq, long NextPosition);

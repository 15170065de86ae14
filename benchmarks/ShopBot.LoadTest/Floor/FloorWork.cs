namespace ShopBot.LoadTest.Floor;

/// <summary>How the pipeline grouped: items per append (a message and three statuses for each reply) and per commit (a turn and the end of a send for each reply).</summary>
internal sealed record FloorWork(double AppendGroup, double CommitGroup)
{
    /// <summary>Of four events one is a message, the others are statuses.</summary>
    public const int EventsPerReply = 4;

    /// <summary>A turn and the end of its send.</summary>
    public const int CommitsPerReply = 2;
}

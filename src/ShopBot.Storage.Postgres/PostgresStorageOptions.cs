namespace ShopBot.Storage.Postgres;

/// <summary>Where the database is and how it is reached.</summary>
public sealed class PostgresStorageOptions
{
    /// <summary>
    /// Connection string in the form of <see href="https://www.npgsql.org/doc/connection-string-parameters.html">Npgsql</see>; required. With several hosts
    /// (<c>Host=a,b</c>) writes go to the primary and <see cref="ShopBot.Engine.Storage.IConversationReader"/> prefers a standby. What the string does not say is set for this work:
    /// a pool of four connections per processor, five seconds to connect, ten seconds for a command.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// A read replica for lists and reports, which may lag behind by seconds; empty (the default) reads from <see cref="ConnectionString"/>.
    /// </summary>
    public string ReplicaConnectionString { get; set; } = "";

    /// <summary>
    /// A connection that keeps its session, for wake-ups (<c>LISTEN</c>) and migrations, when <see cref="ConnectionString"/> leads through a pooler; empty (the default)
    /// uses <see cref="ConnectionString"/>, or no wake-ups when that is a pooler: then the sweep alone finds work of other hosts.
    /// </summary>
    public string DirectConnectionString { get; set; } = "";

    /// <summary>
    /// <see cref="ConnectionString"/> leads through a pooler in transaction mode, such as PgBouncer: statements are not prepared and no session setting is sent. Default false.
    /// The settings of <c>sql/roles.sql</c> then belong on the role.
    /// </summary>
    public bool ThroughPooler { get; set; }

    /// <summary>
    /// Brings the schema up to date at start; default true. False: a newer program must have been started once, or the migrations applied, by a role that owns the schema.
    /// </summary>
    public bool Migrate { get; set; } = true;

    /// <summary>
    /// For how long a call is repeated when the server is restarted, fails over or drops the connection; 0 to 5 minutes, default 20 seconds. Repeating is safe: a call that
    /// was committed before its answer was lost is recognised.
    /// </summary>
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Shouts of this host within this time leave as one <c>NOTIFY</c>; 5 to 20 milliseconds, default 10.</summary>
    public TimeSpan NotifyEvery { get; set; } = TimeSpan.FromMilliseconds(10);
}

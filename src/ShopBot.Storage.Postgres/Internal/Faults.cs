using Npgsql;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>Which errors are worth another attempt.</summary>
internal static class Faults
{
    /// <summary>The connection, the server or its role went away, or the statement met another one: the same call may succeed a moment later.</summary>
    public static bool IsPassing(Exception fault) => fault is NpgsqlException database && (database.IsTransient || database is PostgresException { SqlState: { } state } && IsPassing(state));

    /// <summary>The pool's other connections are probably dead too.</summary>
    public static bool IsServerGone(Exception fault) => fault is PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "25006" };

    /// <summary>A value that the database refuses: nobody knows which item of a group it was in.</summary>
    public static bool IsBadValue(PostgresException fault) =>
        fault.SqlState.StartsWith("22", StringComparison.Ordinal) || fault.SqlState.StartsWith("23", StringComparison.Ordinal);

    private static bool IsPassing(string state) => state switch
    {
        // Shut down, crashed, starting, only a standby here (after a failover), deadlock, serialisation.
        "57P01" or "57P02" or "57P03" or "25006" or "40P01" or "40001" => true,
        // A generic plan of a table that a migration changed meanwhile.
        "0A000" => false,
        _ => state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal),
    };
}

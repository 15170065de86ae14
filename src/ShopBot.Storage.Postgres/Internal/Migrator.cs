using System.Globalization;
using System.Reflection;
using Npgsql;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>
/// Brings the schema up to date: numbered scripts, forward only, all in one transaction under a lock that ends with it, so that it also holds through a pooler.
/// </summary>
internal static class Migrator
{
    internal const long LockNumber = 0x53686f70426f74;

    /// <exception cref="InvalidOperationException">The database is newer than this program, or older and may not be changed.</exception>
    public static void Apply(NpgsqlConnection connection, bool migrate, long upTo = long.MaxValue)
    {
        var scripts = Scripts();
        var newest = scripts[^1].Version;
        if (Version(connection) is var found && found >= Math.Min(newest, upTo))
        {
            Check(found, newest);
            return;
        }

        if (!migrate)
            throw new InvalidOperationException(
                $"The database has schema version {found}, this program needs {newest}, and PostgresStorageOptions.Migrate is off. Apply the migrations with a role that owns the schema.");

        using var transaction = connection.BeginTransaction();
        Run(connection, $"select pg_advisory_xact_lock({LockNumber})");
        var version = Version(connection);
        Check(version, newest);
        if (version == 0)
        {
            Run(connection, "create schema if not exists shopbot");
            Run(connection, "create table if not exists shopbot.schema_version (version bigint not null primary key, name text not null, applied_at timestamptz not null default now())");
        }

        foreach (var script in scripts.Where(script => script.Version > version && script.Version <= upTo))
        {
            Run(connection, script.Sql);
            Run(connection, $"insert into shopbot.schema_version (version, name) values ({script.Version}, '{script.Name}')");
        }

        transaction.Commit();
    }

    private static void Check(long version, long newest)
    {
        if (version > newest)
        {
            throw new InvalidOperationException(
                $"The database has schema version {version}, but this program knows versions up to {newest}. Use the newer program.");
        }
    }

    // 0 when there is no schema yet. Asks the catalogue's tables, since to_regclass goes on answering from the server's cache what it answered before the wait for the lock.
    private static long Version(NpgsqlConnection connection)
    {
        using var exists = new NpgsqlCommand(
            "select exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'shopbot' and c.relname = 'schema_version')", connection);
        if (!(bool)exists.ExecuteScalar()!)
            return 0;
        using var command = new NpgsqlCommand("select coalesce(max(version), 0) from shopbot.schema_version", connection);
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        // Changing a large table takes longer than a message may.
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        command.ExecuteNonQuery();
    }

    private static List<Migration> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).Select(name => Load(assembly, name))];
    }

    private static Migration Load(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return new Migration(long.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }

    private sealed record Migration(long Version, string Name, string Sql);
}

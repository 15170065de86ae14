using System.Globalization;
using System.Reflection;

namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Brings the schema up to date: numbered scripts, forward only, all in one exclusive transaction.</summary>
internal static class Migrator
{
    /// <exception cref="InvalidOperationException">The database is newer than this program.</exception>
    public static void Apply(Session sql, long upTo = long.MaxValue)
    {
        var scripts = Scripts();
        sql.Script("BEGIN EXCLUSIVE");
        try
        {
            sql.Script("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT");
            var version = sql.Number("SELECT max(version) FROM schema_version") ?? 0;
            var newest = scripts[^1].Version;
            if (version > newest)
            {
                throw new InvalidOperationException(
                    $"The database has schema version {version}, but this program knows versions up to {newest}. Use the newer program.");
            }

            foreach (var script in scripts.Where(script => script.Version > version && script.Version <= upTo))
            {
                sql.Script(script.Sql);
                sql.Run("INSERT INTO schema_version (version, name) VALUES (?1, ?2)", script.Version, script.Name);
            }

            sql.Script("COMMIT");
        }
        catch
        {
            sql.Script("ROLLBACK");
            throw;
        }
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

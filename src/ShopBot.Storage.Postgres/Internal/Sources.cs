using Npgsql;

namespace ShopBot.Storage.Postgres.Internal;

/// <summary>Makes the data sources from the options.</summary>
internal static class Sources
{
    // Statistics of a queue table are wrong most of the time: empty when analysed, full later. So every statement has one plan, made for keys: look-ups cost next to nothing and whole
    // tables are never read.
    private const string SessionSettings = "-c jit=off -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c random_page_cost=0.05";

    /// <summary>For the calls of the message path.</summary>
    public static NpgsqlDataSource Primary(PostgresStorageOptions options)
    {
        var settings = Settings(options.ConnectionString);
        if (options.ThroughPooler)
        {
            settings.MaxAutoPrepare = 0;
            settings.NoResetOnClose = true;
        }
        else
        {
            Prepare(settings);
        }

        return Build(settings, TargetSessionAttributes.Primary);
    }

    /// <summary>For lists and reports.</summary>
    public static NpgsqlDataSource Reader(PostgresStorageOptions options, NpgsqlDataSource primary)
    {
        if (options.ReplicaConnectionString.Length > 0)
            return Build(Settings(options.ReplicaConnectionString), TargetSessionAttributes.PreferStandby);
        var settings = Settings(options.ConnectionString);
        return IsOneHost(settings) ? primary : Build(settings, TargetSessionAttributes.PreferStandby);
    }

    /// <summary>For migrations and wake-ups: a session that lasts; not pooled. Null when there is only a pooler.</summary>
    public static NpgsqlDataSource? Direct(PostgresStorageOptions options)
    {
        if (options.ThroughPooler && options.DirectConnectionString.Length == 0)
            return null;
        var settings = Settings(options.DirectConnectionString.Length > 0 ? options.DirectConnectionString : options.ConnectionString);
        settings.Pooling = false;
        settings.KeepAlive = 15;
        return Build(settings, TargetSessionAttributes.Primary);
    }

    private static void Prepare(NpgsqlConnectionStringBuilder settings)
    {
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 100;
        settings.AutoPrepareMinUsages = 2;
        settings.Options = string.IsNullOrEmpty(settings.Options) ? SessionSettings : $"{settings.Options} {SessionSettings}";
    }

    private static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false, ApplicationName = "ShopBot" };
        var said = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!Says(said, "Maximum Pool Size", "MaxPoolSize"))
            settings.MaxPoolSize = Math.Max(4, 4 * Environment.ProcessorCount);
        if (!Says(said, "Timeout"))
            settings.Timeout = 5;
        if (!Says(said, "Command Timeout", "CommandTimeout"))
            settings.CommandTimeout = 10;
        return settings;
    }

    private static bool Says(System.Data.Common.DbConnectionStringBuilder said, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (said.ContainsKey(name))
                return true;
        }

        return false;
    }

    private static bool IsOneHost(NpgsqlConnectionStringBuilder settings) => settings.Host?.Contains(',', StringComparison.Ordinal) != true;

    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder settings, TargetSessionAttributes target)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        // Only types that every server has are used: a new connection need not ask for others.
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return IsOneHost(settings) ? builder.Build() : builder.BuildMultiHost().WithTargetSession(target);
    }
}

namespace ShopBot.Storage.Postgres.Internal.Statements;

/// <summary>Stores and their secrets.</summary>
internal static class StoreSql
{
    private const string Columns =
        """
        select store_id, shop_domain, wrapped_data_key, shop_name, currency, locale, whatsapp_credentials,
          whatsapp_enabled, phone_number_id, waba_id, verify_token_hash, welcome_message, version, created_at, updated_at
        from shopbot.stores
        """;

    public const string Find = $"{Columns} where store_id = $1";

    public const string FindByShopDomain = $"{Columns} where shop_domain = $1";

    public const string FindByPhoneNumber = $"{Columns} where phone_number_id = $1 and whatsapp_enabled";

    public const string FindByWaba = $"{Columns} where waba_id = $1 and whatsapp_enabled order by store_id";

    public const string FindVerifyToken = "select store_id from shopbot.stores where verify_token_hash = $1 limit 1";

    /// <summary>What speaks against a write: the stored version, whether the domain is another store's, whether the number is.</summary>
    public const string Check =
        """
        select coalesce((select version from shopbot.stores where store_id = $1), 0),
          exists (select 1 from shopbot.stores where shop_domain = $2 and store_id <> $1),
          exists (select 1 from shopbot.stores where phone_number_id = $3 and whatsapp_enabled and store_id <> $1)
        """;

    public const string Insert =
        """
        insert into shopbot.stores (store_id, shop_domain, wrapped_data_key, shop_name, currency, locale, whatsapp_credentials,
          whatsapp_enabled, phone_number_id, waba_id, verify_token_hash, welcome_message, version, created_at, updated_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 + 1, $14, $15) on conflict (store_id) do nothing
        """;

    public const string Update =
        """
        update shopbot.stores set shop_domain = $2, wrapped_data_key = $3, shop_name = $4, currency = $5, locale = $6, whatsapp_credentials = $7,
          whatsapp_enabled = $8, phone_number_id = $9, waba_id = $10, verify_token_hash = $11, welcome_message = $12, version = $13 + 1,
          created_at = $14, updated_at = $15
        where store_id = $1 and version = $13
        """;

    public const string FindCredential =
        "select store_id, name, value, due_at, claimed_until, version from shopbot.credentials where store_id = $1 and name = $2";

    public const string ClaimCredential =
        """
        update shopbot.credentials set claimed_until = $3, version = version + 1
        where store_id = $1 and name = $2 and (claimed_until is null or claimed_until <= $4)
        returning store_id, name, value, due_at, claimed_until, version
        """;

    public const string InsertCredential =
        "insert into shopbot.credentials (store_id, name, value, due_at, version) values ($1, $2, $3, $4, 1) on conflict do nothing";

    public const string UpdateCredential =
        """
        update shopbot.credentials set value = $3, due_at = $4, claimed_until = null, version = version + 1
        where store_id = $1 and name = $2 and version = $5
        """;

    public const string FindDueCredentials =
        """
        select store_id from shopbot.credentials where name = $1 and due_at < $2 and store_id > $3 and due_at is not null
        order by store_id limit $4
        """;
}

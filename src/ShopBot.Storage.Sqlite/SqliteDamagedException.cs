namespace ShopBot.Storage.Sqlite;

/// <summary>The database file is damaged: restore a backup. Nothing is written to it any more.</summary>
/// <param name="message">Which file, and what is wrong with it.</param>
/// <param name="innerException">SQLite's own error; null when its check found the damage.</param>
public sealed class SqliteDamagedException(string message, Exception? innerException = null) : InvalidOperationException(message, innerException);

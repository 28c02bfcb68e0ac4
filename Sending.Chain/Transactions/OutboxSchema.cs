namespace Sending.Chain.Transactions;

/// <summary>The outbox's tables. Amounts are decimal text, times Unix milliseconds, chain times Unix seconds.</summary>
internal static class OutboxSchema
{
    public static IReadOnlyList<string> Migrations { get; } =
    [
        """
        CREATE TABLE intent (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            sender TEXT NOT NULL,
            recipient TEXT NOT NULL,
            function TEXT NOT NULL,
            data TEXT NOT NULL,
            value TEXT NOT NULL,
            gas_limit TEXT,
            fee_cap TEXT,
            cheaper_than TEXT,
            cheaper_until INTEGER,
            send_anyway INTEGER NOT NULL,
            deadline INTEGER,
            recorded_at INTEGER NOT NULL,
            state INTEGER NOT NULL,
            nonce INTEGER,
            note_code TEXT,
            note TEXT,
            failure_code TEXT,
            failure TEXT,
            failure_details TEXT,
            mined_hash TEXT,
            block_number INTEGER,
            block_hash TEXT,
            succeeded INTEGER,
            gas_used TEXT,
            gas_price TEXT
        ) STRICT;

        -- Two open intents never share a nonce, whatever the program believes.
        CREATE UNIQUE INDEX intent_nonce ON intent (sender, nonce) WHERE nonce IS NOT NULL AND state < 4;
        CREATE INDEX intent_open ON intent (sender, id) WHERE state < 4;

        CREATE TABLE attempt (
            id INTEGER PRIMARY KEY,
            intent INTEGER NOT NULL REFERENCES intent (id),
            hash TEXT NOT NULL,
            nonce INTEGER NOT NULL,
            raw TEXT NOT NULL,
            max_fee TEXT NOT NULL,
            tip TEXT NOT NULL,
            gas_limit TEXT NOT NULL,
            filler INTEGER NOT NULL,
            signed_block INTEGER NOT NULL,
            dead INTEGER NOT NULL,
            UNIQUE (intent, hash)
        ) STRICT;
        """,
    ];
}

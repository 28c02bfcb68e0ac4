namespace Sending.Edge.Storage;

/// <summary>The tables of the Edge's books. Addresses are 20 bytes, so that rows are in the order of leaves; times are Unix milliseconds.</summary>
internal static class EdgeSchema
{
    public static IReadOnlyList<string> Migrations { get; } =
    [
        """
        CREATE TABLE accounts (
          payer BLOB NOT NULL,
          signer BLOB NOT NULL,
          epoch INTEGER NOT NULL,
          used INTEGER NOT NULL CHECK (used >= receipted),
          receipted INTEGER NOT NULL DEFAULT 0,
          signature BLOB,
          PRIMARY KEY (payer, signer, epoch)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX accounts_of_epoch ON accounts (epoch, payer, signer);

        CREATE TABLE spent (
          payer BLOB NOT NULL,
          epoch INTEGER NOT NULL,
          units INTEGER NOT NULL,
          PRIMARY KEY (payer, epoch)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE books (closed_through INTEGER NOT NULL) STRICT;
        INSERT INTO books VALUES (-1);

        CREATE TABLE envelopes (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          sender BLOB NOT NULL,
          id BLOB NOT NULL,
          recipient BLOB NOT NULL,
          is_forward INTEGER NOT NULL,
          home BLOB,
          expires INTEGER NOT NULL,
          body BLOB NOT NULL,
          UNIQUE (sender, id)
        ) STRICT;
        CREATE INDEX envelopes_of_recipient ON envelopes (recipient, is_forward, sequence);
        CREATE INDEX envelopes_by_expiry ON envelopes (expires);

        CREATE TABLE known (
          sender BLOB NOT NULL,
          id BLOB NOT NULL,
          digest BLOB NOT NULL,
          expires INTEGER NOT NULL,
          PRIMARY KEY (sender, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX known_by_expiry ON known (expires);

        CREATE TABLE boxes (
          recipient BLOB PRIMARY KEY,
          envelopes INTEGER NOT NULL,
          bytes INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE stored (envelopes INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
        INSERT INTO stored VALUES (0, 0);

        CREATE TABLE residents (did BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
        """,
    ];
}
